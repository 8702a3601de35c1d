package gradus.course.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import gradus.course.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The syntax tree of a Java source, with the position of each node in the text. Only parsed: names aren't
/// resolved, and nothing is compiled.
public final class SyntaxTree {

    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<ParseError> problems;

    private SyntaxTree(String text, CompilationUnitTree unit, SourcePositions positions, List<ParseError> problems) {
        this.text = text;
        this.unit = unit;
        this.positions = positions;
        this.problems = List.copyOf(problems);
    }

    /// An error of the parser, in its own words.
    public record ParseError(int line, String message) {}

    /// The tree of `source`.
    public static SyntaxTree parse(Source source) {
        return parse(source.text());
    }

    /// The tree of `text`, as far as it can be parsed; see [#parseErrors()].
    public static SyntaxTree parse(String text) {
        Parser parser = Parser.take();
        CompilationUnitTree unit = parser.parse(text);
        List<ParseError> problems = parser.errors().stream()
                .map(error -> new ParseError(
                        Math.max(1, (int) error.getLineNumber()),
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse("")))
                .toList();
        return new SyntaxTree(text, unit, parser.positions(), problems);
    }

    /// Makes [#parse] of the next text quicker.
    public static void prepare() {
        Parser.prepare();
    }

    /// The whole text.
    public String text() {
        return text;
    }

    /// The root of the compiler's tree.
    public CompilationUnitTree unit() {
        return unit;
    }

    /// The errors of the parser; empty if the source is valid.
    public List<ParseError> parseErrors() {
        return problems;
    }

    /// The name of the package; empty if there is none.
    public String packageName() {
        return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    }

    /// The top-level types, in the order of the source.
    public List<ClassTree> types() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /// The top-level type with this simple name.
    public Optional<ClassTree> type(String simpleName) {
        return types().stream()
                .filter(type -> type.getSimpleName().contentEquals(simpleName))
                .findFirst();
    }

    /// The offset of the first character of `tree`: of its first modifier, not of the comment above.
    public int startOffset(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    /// The offset after its last character.
    public int endOffset(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /// The line on which `tree` begins, from 1.
    public int line(Tree tree) {
        return (int) unit.getLineMap().getLineNumber(Math.max(0, startOffset(tree)));
    }

    /// The line of the character before `offset`, from 1.
    public int lineAt(int offset) {
        return (int) unit.getLineMap().getLineNumber(Math.max(0, offset - 1));
    }

    /// The text of `tree`, as it was written.
    public String text(Tree tree) {
        return text.substring(startOffset(tree), endOffset(tree));
    }

    /// The indentation of the line on which `tree` begins.
    public String indent(Tree tree) {
        int from = lineStart(startOffset(tree));
        int to = from;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        return text.substring(from, to);
    }

    /// The offset of the first character of the line that contains `offset`.
    public int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// The offset after the line break at the end of the line that contains `offset`.
    public int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }
}
