package gradus.course.mutant;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Removes statements, changes what is returned, and shortens loops.
final class StatementMutator extends Mutator {

    StatementMutator(MethodCode code) {
        super(code, MutantKind.STANDARD);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void nothing) {
        if (!(parent() instanceof ForLoopTree loop) || loop.getStatement() == tree) {
            replace("removed", tree, ";");
        }
        return super.visitExpressionStatement(tree, nothing);
    }

    @Override
    void thrown(ThrowTree thrown) {
        replace("removed", thrown, ";");
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void nothing) {
        replace("removed", tree, ";");
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void nothing) {
        replace("removed", tree, ";");
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        ExpressionTree value = tree.getExpression();
        if (value == null) {
            replace("removed", tree, ";");
        } else if (!isInLambda(getCurrentPath())) {
            others(value).forEach(other -> replace("return", tree, value, other));
        }
        return super.visitReturn(tree, nothing);
    }

    private List<String> others(ExpressionTree value) {
        String negative = "-(" + code.text(value) + ")";
        var others = new ArrayList<>(
                switch (code.returnType()) {
                    case "double", "float", "int", "long" -> List.of("0", "1", negative);
                    case "short", "byte", "char" -> List.of("0", "1");
                    case "boolean" -> List.of("!(" + code.text(value) + ")", "true", "false");
                    default -> List.of("null");
                });
        if (value instanceof LiteralTree) {
            others.removeIf(other -> other.contains("("));
        }
        return others;
    }

    private static boolean isInLambda(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof LambdaExpressionTree) {
                return true;
            } else if (at.getLeaf() instanceof ClassTree) {
                return false;
            }
        }
        return false;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        CountingLoop.of(tree).ifPresent(loop -> {
            Tree start = tree.getInitializer().getFirst();
            boolean isNumber = loop.from() instanceof LiteralTree literal && literal.getValue() instanceof Integer;
            replace(
                    "later-start",
                    start,
                    loop.from(),
                    isNumber
                            ? Integer.toString(1 + (Integer) ((LiteralTree) loop.from()).getValue())
                            : code.text(loop.from()) + " + 1");
            if (loop.inclusive()) {
                operator("earlier-end", loop.condition(), loop.condition().getLeftOperand(), loop.bound(), "<=", "<");
            } else {
                replace("earlier-end", loop.condition(), loop.bound(), code.operand(loop.bound()) + " - 1");
            }
        });
        return super.visitForLoop(tree, nothing);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        ExpressionTree array = tree.getExpression();
        if (code.types().isArray(array)) {
            String name = code.text(array);
            String copy = "java.util.Arrays.copyOfRange(" + name + ", ";
            replace("later-start", array, copy + "Math.min(1, " + name + ".length), " + name + ".length)");
            replace("earlier-end", array, copy + "0, Math.max(0, " + name + ".length - 1))");
        }
        return super.visitEnhancedForLoop(tree, nothing);
    }
}
