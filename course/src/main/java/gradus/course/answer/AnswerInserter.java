package gradus.course.answer;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import gradus.course.CaseProgram;
import gradus.course.syntax.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts an answer into the hole of a program, if it stays inside: an expression where an expression is wanted, or
/// statements. An answer that closes braces and goes on behind them is refused.
///
/// It is parsed here, in this process, and no other source of a learner's is: an answer is short.
public final class AnswerInserter {

    /// The longest answer, in characters: enough for a hole, and too short to keep a parser busy.
    public static final int MAX_LENGTH = 500;

    private static final String BEFORE = "class A { ";

    private AnswerInserter() {}

    public sealed interface Result {

        /// The program with the answer in its hole.
        record Inserted(String code) implements Result {}

        /// The answer isn't what the hole wants.
        ///
        /// @param reason a sentence for the learner, as plain text
        record Refused(String reason) implements Result {}
    }

    public static Result insert(CaseProgram program, String answer) {
        String text = answer.strip();
        if (program.hole() != CaseProgram.Hole.LINES && text.length() > MAX_LENGTH) {
            return new Result.Refused("The answer has " + text.length()
                    + " characters. A hole is smaller than that: write at most " + MAX_LENGTH + ".");
        }
        return switch (program.hole()) {
            case EXPRESSION -> expression(program.code(), text);
            case STATEMENTS -> statements(program.code(), text);
            case LINES -> new Result.Inserted(filled(program.code(), text));
        };
    }

    /// Whether `text` is one expression and nothing else.
    public static boolean isExpression(String text) {
        return expressionProblem(text).isEmpty();
    }

    private static Result expression(String code, String text) {
        String expression =
                text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
        String problem = expressionProblem(expression);
        if (!problem.isEmpty()) {
            return new Result.Refused(
                    "The hole wants one expression, such as a calculation, a comparison or a call. " + problem);
        }
        String bare = filled(code, expression);
        return isWhole(bare, code.indexOf(CaseProgram.WORD), expression.length())
                ? new Result.Inserted(bare)
                : new Result.Inserted(filled(code, "(" + expression + "\n)"));
    }

    private static Result statements(String code, String text) {
        String complete = text.endsWith(";") || text.endsWith("}") ? text : text + ";";
        String problem = statementsProblem(complete);
        return problem.isEmpty()
                ? new Result.Inserted(filled(code, complete + "\n"))
                : new Result.Refused("The hole wants statements. " + problem);
    }

    private static String filled(String code, String text) {
        int at = code.indexOf(CaseProgram.WORD);
        return code.substring(0, at) + text + code.substring(at + CaseProgram.WORD.length());
    }

    private static String expressionProblem(String text) {
        String source = BEFORE + "Object a = (\n" + text + "\n); }";
        SyntaxTree syntax = SyntaxTree.parse(source);
        if (!syntax.parseErrors().isEmpty()) {
            return problem(syntax);
        }
        boolean one = only(syntax) instanceof VariableTree field
                && field.getInitializer() instanceof ParenthesizedTree whole
                && syntax.endOffset(whole) == source.length() - "; }".length();
        return one ? declared(syntax) : "This is more than one.";
    }

    private static String statementsProblem(String text) {
        SyntaxTree syntax = SyntaxTree.parse(BEFORE + "void a() {\n" + text + "\n} }");
        if (!syntax.parseErrors().isEmpty()) {
            return problem(syntax);
        }
        return only(syntax) instanceof MethodTree ? declared(syntax) : "This closes the block that it stands in.";
    }

    /// The only member of the only class; otherwise the root of the tree.
    private static Tree only(SyntaxTree syntax) {
        List<ClassTree> types = syntax.types();
        return types.size() == 1
                        && syntax.unit().getTypeDecls().size() == 1
                        && types.getFirst().getMembers().size() == 1
                ? types.getFirst().getMembers().getFirst()
                : syntax.unit();
    }

    private static String problem(SyntaxTree syntax) {
        return "The compiler says: " + syntax.parseErrors().getFirst().message() + ".";
    }

    /// A complaint about classes that the answer declares; empty if it declares none.
    private static String declared(SyntaxTree syntax) {
        var classes = new int[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void nothing) {
                classes[0]++;
                return super.visitClass(tree, nothing);
            }
        }.scan(syntax.unit(), null);
        return classes[0] == 1 ? "" : "This declares a class.";
    }

    /// Whether the `length` characters at `start` are one node of the tree. `p - y` isn't one in `p - y * x`.
    private static boolean isWhole(String code, int start, int length) {
        SyntaxTree syntax = SyntaxTree.parse(code);
        var found = new boolean[1];
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(@Nullable Tree tree, Void nothing) {
                found[0] |=
                        tree != null && syntax.startOffset(tree) == start && syntax.endOffset(tree) == start + length;
                return super.scan(tree, nothing);
            }
        }.scan(syntax.unit(), null);
        return found[0] && syntax.parseErrors().isEmpty();
    }
}
