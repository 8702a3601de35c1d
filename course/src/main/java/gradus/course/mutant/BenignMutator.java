package gradus.course.mutant;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rewrites code so that it computes the same, but rounds in another order.
final class BenignMutator extends Mutator {

    BenignMutator(MethodCode code) {
        super(code, MutantKind.BENIGN);
    }

    @Override
    public @Nullable Void visitBlock(BlockTree block, @Nullable Void nothing) {
        // A method without a result may be there to change its arguments.
        if (block == code.method().getBody() && !code.returnType().equals("void")) {
            code.method().getParameters().forEach(parameter -> copied(block, parameter));
        }
        return super.visitBlock(block, nothing);
    }

    private void copied(BlockTree body, VariableTree parameter) {
        String name = parameter.getName().toString();
        if (code.types().local(name).endsWith("[]") && MethodCode.mentions(body, name)) {
            int at = code.start(body) + 1;
            replace("copied-first", parameter, at, at, " " + name + " = " + name + ".clone();");
        }
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        sum(tree);
        CountingLoop.of(tree).ifPresent(this::interchange);
        return super.visitForLoop(tree, nothing);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        sum(tree);
        return super.visitEnhancedForLoop(tree, nothing);
    }

    private void sum(StatementTree loop) {
        Reduction.of(loop, code).ifPresent(sum -> {
            replace("backwards", loop, sum.backwards());
            replace("two-sums", loop, sum.withTwoSums());
            replace("pairwise", loop, sum.pairwise());
            if (!sum.type().equals("float")) {
                replace("stream", loop, sum.asStream());
            }
        });
    }

    /// Exchanges two loops, one directly in the other, whose body only adds to variables or sets elements.
    private void interchange(CountingLoop outer) {
        if (outer.statements().size() != 1) {
            return;
        }
        CountingLoop.of(outer.statements().getFirst())
                .filter(inner -> !MethodCode.mentions(inner.from(), outer.variable())
                        && !MethodCode.mentions(inner.bound(), outer.variable())
                        && isFreeOfOrder(inner, outer.variable()))
                .ifPresent(inner -> change(
                        "loops-exchanged",
                        outer.tree(),
                        List.of(edit(outer.tree(), inner.tree()), edit(inner.tree(), outer.tree()))));
    }

    private boolean isFreeOfOrder(CountingLoop inner, String outer) {
        List<? extends StatementTree> body = inner.statements();
        return !body.isEmpty()
                && body.subList(0, body.size() - 1).stream().allMatch(VariableTree.class::isInstance)
                && body.getLast() instanceof ExpressionStatementTree last
                && switch (last.getExpression()) {
                    case CompoundAssignmentTree sum ->
                        List.of(Tree.Kind.PLUS_ASSIGNMENT, Tree.Kind.MINUS_ASSIGNMENT)
                                .contains(sum.getKind());
                    case AssignmentTree element ->
                        MethodCode.mentions(element.getVariable(), outer)
                                && MethodCode.mentions(element.getVariable(), inner.variable());
                    default -> false;
                };
    }

    /// The heading of one loop in place of that of another.
    private Change.Edit edit(ForLoopTree place, ForLoopTree heading) {
        return new Change.Edit(
                code.start(place),
                code.start(place.getStatement()),
                code.syntax().text().substring(code.start(heading), code.start(heading.getStatement())));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        ExpressionTree left = tree.getLeftOperand();
        ExpressionTree right = tree.getRightOperand();
        if (tree.getKind() == Tree.Kind.MULTIPLY) {
            replace("commuted", tree, code.operand(right) + " * " + code.operand(left));
        } else if (tree.getKind() == Tree.Kind.PLUS && isReal(tree)) {
            product(left).ifPresent(it -> replace("fma", tree, fma(it, code.text(right))));
            product(right).ifPresent(it -> replace("fma", tree, fma(it, code.text(left))));
        }
        return super.visitBinary(tree, nothing);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        if (tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT && isReal(tree.getVariable())) {
            String sum = code.text(tree.getVariable());
            product(tree.getExpression()).ifPresent(it -> replace("fma", tree, sum + " = " + fma(it, sum)));
        }
        return super.visitCompoundAssignment(tree, nothing);
    }

    private boolean isReal(ExpressionTree tree) {
        return List.of("double", "float").contains(code.types().of(tree));
    }

    private static Optional<BinaryTree> product(ExpressionTree tree) {
        return MethodCode.bare(tree) instanceof BinaryTree binary && binary.getKind() == Tree.Kind.MULTIPLY
                ? Optional.of(binary)
                : Optional.empty();
    }

    private String fma(BinaryTree product, String sum) {
        return "Math.fma(" + code.text(product.getLeftOperand()) + ", " + code.text(product.getRightOperand()) + ", "
                + sum + ")";
    }
}
