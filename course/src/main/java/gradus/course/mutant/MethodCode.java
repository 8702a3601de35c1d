package gradus.course.mutant;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import gradus.course.syntax.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A method with a body, in its source.
record MethodCode(SyntaxTree syntax, MethodTree method, VariableTypes types) {

    TreePath path() {
        return TreePath.getPath(syntax.unit(), method.getBody());
    }

    String text(Tree tree) {
        return syntax.text(tree);
    }

    int start(Tree tree) {
        return syntax.startOffset(tree);
    }

    int end(Tree tree) {
        return syntax.endOffset(tree);
    }

    /// The type of its result as the source writes it; empty for a constructor.
    String returnType() {
        return method.getReturnType() == null ? "" : method.getReturnType().toString();
    }

    /// The text of `tree` as an operand of any operator.
    String operand(ExpressionTree tree) {
        return isAtom(tree) ? text(tree) : "(" + text(tree) + ")";
    }

    private static boolean isAtom(Tree tree) {
        return tree instanceof IdentifierTree
                || tree instanceof LiteralTree
                || tree instanceof ParenthesizedTree
                || List.of(Tree.Kind.METHOD_INVOCATION, Tree.Kind.MEMBER_SELECT, Tree.Kind.ARRAY_ACCESS)
                        .contains(tree.getKind());
    }

    /// Whether the value of the variable `name` matters to `tree`.
    static boolean mentions(Tree tree, String name) {
        var scanner = new TreeScanner<@Nullable Void, @Nullable Void>() {
            private boolean found;

            @Override
            public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
                found |= identifier.getName().contentEquals(name);
                return null;
            }
        };
        scanner.scan(tree, null);
        return scanner.found;
    }

    /// `tree` without parentheses around it.
    static ExpressionTree bare(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree parentheses ? bare(parentheses.getExpression()) : tree;
    }

    static boolean isVariable(ExpressionTree tree, String name) {
        return bare(tree) instanceof IdentifierTree identifier
                && identifier.getName().contentEquals(name);
    }
}
