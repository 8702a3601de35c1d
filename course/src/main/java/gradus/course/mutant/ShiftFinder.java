package gradus.course.mutant;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds where exponentials are shifted by a maximum, `exp(x - max)`, and where that is undone,
/// `max + log(…)`.
final class ShiftFinder extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final MethodCode code;
    private final String maximum;
    private final List<Change.Edit> edits = new ArrayList<>();

    ShiftFinder(MethodCode code, String maximum) {
        this.code = code;
        this.maximum = maximum;
    }

    /// Edits that leave both out.
    List<Change.Edit> edits() {
        scan(code.method().getBody(), null);
        return edits.stream().sorted(Comparator.comparingInt(Change.Edit::from)).toList();
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        if (Calls.isMath(tree, "exp")
                && MethodCode.bare(tree.getArguments().getFirst()) instanceof BinaryTree shifted
                && shifted.getKind() == Tree.Kind.MINUS
                && MethodCode.isVariable(shifted.getRightOperand(), maximum)) {
            keep(shifted, shifted.getLeftOperand());
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        if (tree.getKind() == Tree.Kind.PLUS) {
            if (MethodCode.isVariable(tree.getLeftOperand(), maximum) && Calls.isMath(tree.getRightOperand(), "log")) {
                keep(tree, tree.getRightOperand());
            } else if (MethodCode.isVariable(tree.getRightOperand(), maximum)
                    && Calls.isMath(tree.getLeftOperand(), "log")) {
                keep(tree, tree.getLeftOperand());
            }
        }
        return super.visitBinary(tree, nothing);
    }

    private void keep(Tree tree, Tree part) {
        edits.add(new Change.Edit(code.start(tree), code.end(tree), code.text(part)));
    }
}
