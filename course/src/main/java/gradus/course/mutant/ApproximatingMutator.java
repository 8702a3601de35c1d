package gradus.course.mutant;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes precision away from a right formula.
final class ApproximatingMutator extends Mutator {

    private static final Pattern TOLERANCE = Pattern.compile("(?i).*(tol|relative|epsilon|precision).*|eps|rtol");

    ApproximatingMutator(MethodCode code) {
        super(code, MutantKind.APPROXIMATING);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        Tree type = tree.getType();
        if (type != null
                && type.toString().equals("double")
                && isAddedTo(tree.getName().toString())) {
            replace("float-sum", tree, type, "float");
        }
        return super.visitVariable(tree, nothing);
    }

    private boolean isAddedTo(String name) {
        var scanner = new TreeScanner<@Nullable Void, @Nullable Void>() {
            private boolean found;

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
                found |= tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT && MethodCode.isVariable(tree.getVariable(), name);
                return super.visitCompoundAssignment(tree, nothing);
            }
        };
        scanner.scan(code.method(), null);
        return scanner.found;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        ExpressionTree value = tree.getExpression();
        if (value != null && code.returnType().equals("double") && !(value instanceof LiteralTree)) {
            replace("float-result", tree, value, "(float) " + code.operand(value));
        }
        return super.visitReturn(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        if (tree.getVariable() instanceof ArrayAccessTree element
                && code.types().of(element).equals("double")
                && !(tree.getExpression() instanceof LiteralTree)) {
            replace("float-result", tree, tree.getExpression(), "(float) " + code.operand(tree.getExpression()));
        }
        maximum(tree.getVariable(), tree.getExpression());
        return super.visitAssignment(tree, nothing);
    }

    /// Where a variable becomes a maximum, exponentials are no longer shifted by it.
    private void maximum(ExpressionTree variable, ExpressionTree value) {
        if (variable instanceof IdentifierTree name && Calls.isMath(value, "max")) {
            List<Change.Edit> edits = new ShiftFinder(code, name.getName().toString()).edits();
            if (!edits.isEmpty()) {
                change("shift-dropped", value, edits);
            }
        }
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        CountingLoop.of(tree)
                .filter(loop -> !isIndex(tree.getStatement(), loop.variable()))
                .ifPresent(loop ->
                        replace("fewer-terms", loop.condition(), loop.bound(), code.operand(loop.bound()) + " / 2"));
        return super.visitForLoop(tree, nothing);
    }

    /// Whether `variable` chooses elements: then fewer turns leave elements out, which is no approximation.
    private static boolean isIndex(Tree body, String variable) {
        var scanner = new TreeScanner<@Nullable Void, @Nullable Void>() {
            private boolean found;

            @Override
            public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void nothing) {
                found |= MethodCode.mentions(tree.getIndex(), variable);
                return super.visitArrayAccess(tree, nothing);
            }

            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
                found |= !Calls.isMath(tree)
                        && tree.getArguments().stream().anyMatch(argument -> MethodCode.isVariable(argument, variable));
                return super.visitMethodInvocation(tree, nothing);
            }
        };
        scanner.scan(body, null);
        return scanner.found;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        if (tree.getKind() == Tree.Kind.MULTIPLY) {
            for (ExpressionTree operand : List.of(tree.getLeftOperand(), tree.getRightOperand())) {
                if (operand instanceof IdentifierTree name
                        && TOLERANCE.matcher(name.getName()).matches()) {
                    replace("tolerance-not-relative", tree, code.text(operand));
                }
            }
        }
        return super.visitBinary(tree, nothing);
    }
}
