package gradus.course.mutant;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Swaps arguments and indices of the same type, and moves indices by one.
final class ArgumentMutator extends Mutator {

    private static final Set<String> SYMMETRIC = Set.of("max", "min", "hypot", "addExact", "multiplyExact");

    ArgumentMutator(MethodCode code) {
        super(code, MutantKind.STANDARD);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        if (!SYMMETRIC.contains(Calls.name(tree))) {
            swaps(tree, tree.getArguments(), Calls.name(tree).equals("fma") ? 1 : 0);
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        swaps(tree, tree.getArguments(), 0);
        return super.visitNewClass(tree, nothing);
    }

    private void swaps(Tree call, List<? extends ExpressionTree> arguments, int first) {
        for (int i = first; i + 1 < arguments.size(); i++) {
            ExpressionTree one = arguments.get(i);
            ExpressionTree other = arguments.get(i + 1);
            String type = code.types().of(one);
            if (!type.isEmpty() && type.equals(code.types().of(other))) {
                swap("swapped-arguments", call, one, other);
            }
        }
    }

    private void swap(String operator, Tree site, Tree one, Tree other) {
        change(
                operator,
                site,
                List.of(
                        new Change.Edit(code.start(one), code.end(one), code.text(other)),
                        new Change.Edit(code.start(other), code.end(other), code.text(one))));
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
        ExpressionTree index = tree.getIndex();
        if (tree.getExpression() instanceof ArrayAccessTree row) {
            swap("swapped-indices", tree, row.getIndex(), index);
        }
        if (index instanceof IdentifierTree variable) {
            loopVariables(getCurrentPath()).stream()
                    .filter(other -> !variable.getName().contentEquals(other))
                    .forEach(other -> replace("swapped-indices", tree, index, other));
        } else if (index instanceof BinaryTree shifted
                && List.of(Tree.Kind.PLUS, Tree.Kind.MINUS).contains(shifted.getKind())) {
            replace("lag", tree, index, code.text(shifted.getLeftOperand()));
            boolean isNumber = shifted.getRightOperand() instanceof LiteralTree;
            replace("lag", tree, index, code.text(index) + (isNumber ? " - 1" : " + 1"));
        }
        return super.visitArrayAccess(tree, nothing);
    }

    /// The variables of the loops around it.
    private static List<String> loopVariables(TreePath path) {
        return Stream.iterate(path, at -> at != null, TreePath::getParentPath)
                .map(TreePath::getLeaf)
                .filter(ForLoopTree.class::isInstance)
                .flatMap(loop -> CountingLoop.of(loop).stream())
                .map(CountingLoop::variable)
                .toList();
    }
}
