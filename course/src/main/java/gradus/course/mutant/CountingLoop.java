package gradus.course.mutant;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;

/// A loop that counts up by one: `for (int i = from; i < bound; i++)`.
///
/// @param inclusive whether it runs up to `bound` itself
record CountingLoop(ForLoopTree tree, String variable, ExpressionTree from, BinaryTree condition, boolean inclusive) {

    static Optional<CountingLoop> of(Tree statement) {
        if (!(statement instanceof ForLoopTree loop)
                || loop.getInitializer().size() != 1
                || loop.getUpdate().size() != 1
                || !(loop.getInitializer().getFirst() instanceof VariableTree variable)
                || variable.getInitializer() == null
                || !(loop.getCondition() instanceof BinaryTree condition)
                || !(loop.getUpdate().getFirst().getExpression() instanceof UnaryTree update)) {
            return Optional.empty();
        }
        String name = variable.getName().toString();
        boolean up =
                List.of(Tree.Kind.POSTFIX_INCREMENT, Tree.Kind.PREFIX_INCREMENT).contains(update.getKind())
                        && MethodCode.isVariable(update.getExpression(), name);
        boolean less = condition.getKind() == Tree.Kind.LESS_THAN;
        boolean atMost = condition.getKind() == Tree.Kind.LESS_THAN_EQUAL;
        return up && (less || atMost) && MethodCode.isVariable(condition.getLeftOperand(), name)
                ? Optional.of(new CountingLoop(loop, name, variable.getInitializer(), condition, atMost))
                : Optional.empty();
    }

    ExpressionTree bound() {
        return condition.getRightOperand();
    }

    /// The statements of a loop's body.
    static List<? extends StatementTree> statements(StatementTree body) {
        return body instanceof BlockTree block ? block.getStatements() : List.of(body);
    }

    List<? extends StatementTree> statements() {
        return statements(tree.getStatement());
    }
}
