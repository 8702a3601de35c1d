package gradus.course.mutant;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes operators, constants and conditions.
final class OperatorMutator extends Mutator {

    OperatorMutator(MethodCode code) {
        super(code, MutantKind.STANDARD);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case LESS_THAN -> swap(tree, "boundary", "<", "<=");
            case LESS_THAN_EQUAL -> swap(tree, "boundary", "<=", "<");
            case GREATER_THAN -> swap(tree, "boundary", ">", ">=");
            case GREATER_THAN_EQUAL -> swap(tree, "boundary", ">=", ">");
            case EQUAL_TO -> swap(tree, "equality", "==", "!=");
            case NOT_EQUAL_TO -> swap(tree, "equality", "!=", "==");
            case PLUS -> swap(tree, "arithmetic", "+", "-");
            case MINUS -> swap(tree, "arithmetic", "-", "+");
            case MULTIPLY -> swap(tree, "arithmetic", "*", "/");
            case DIVIDE -> swap(tree, "arithmetic", "/", "*");
            case REMAINDER -> swap(tree, "arithmetic", "%", "*");
            case CONDITIONAL_AND -> swap(tree, "logical", "&&", "||");
            case CONDITIONAL_OR -> swap(tree, "logical", "||", "&&");
            default -> {}
        }
        return super.visitBinary(tree, nothing);
    }

    private void swap(BinaryTree tree, String name, String from, String to) {
        operator(name, tree, tree.getLeftOperand(), tree.getRightOperand(), from, to);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        switch (tree.getKind()) {
            case PLUS_ASSIGNMENT -> assign(tree, "+=", "-=", "=");
            case MINUS_ASSIGNMENT -> assign(tree, "-=", "+=", "=");
            case MULTIPLY_ASSIGNMENT -> assign(tree, "*=", "/=", "=");
            case DIVIDE_ASSIGNMENT -> assign(tree, "/=", "*=", "=");
            default -> {}
        }
        return super.visitCompoundAssignment(tree, nothing);
    }

    private void assign(CompoundAssignmentTree tree, String from, String... to) {
        for (String other : to) {
            operator("assignment", tree, tree.getVariable(), tree.getExpression(), from, other);
        }
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        String operand = code.text(tree.getExpression());
        switch (tree.getKind()) {
            case POSTFIX_INCREMENT -> replace("increment", tree, operand + "--");
            case POSTFIX_DECREMENT -> replace("increment", tree, operand + "++");
            case PREFIX_INCREMENT -> replace("increment", tree, "--" + operand);
            case PREFIX_DECREMENT -> replace("increment", tree, "++" + operand);
            case UNARY_MINUS -> replace("sign", tree, operand);
            case LOGICAL_COMPLEMENT -> replace("negation", tree, operand);
            default -> {}
        }
        return super.visitUnary(tree, nothing);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
        String text = code.text(tree);
        List<String> others = switch (tree.getValue()) {
            case Integer number when number == 0 -> List.of("1");
            case Integer number when number == 1 -> List.of("0", "2");
            case Long number when number == 0 -> List.of("1L");
            case Long number when number == 1 -> List.of("0L", "2L");
            case Double number when number == 0 -> List.of("1.0");
            case Double number when number == 1 -> List.of("0.0", "2.0");
            case Float number when number == 0 -> List.of("1f");
            case Float number when number == 1 -> List.of("0f", "2f");
            case Boolean value -> List.of(Boolean.toString(!value));
            case null, default -> List.of();
        };
        Tree around = parent() == null || code.end(parent()) - code.start(parent()) > 100 ? tree : parent();
        others.stream().filter(other -> !other.equals(text)).forEach(other -> replace("constant", around, tree, other));
        return null;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
        negate(tree.getCondition());
        return super.visitIf(tree, nothing);
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void nothing) {
        negate(tree.getCondition());
        return super.visitConditionalExpression(tree, nothing);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void nothing) {
        negate(tree.getCondition());
        return super.visitWhileLoop(tree, nothing);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void nothing) {
        negate(tree.getCondition());
        return super.visitDoWhileLoop(tree, nothing);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        if (tree.getCondition() != null) {
            negate(tree.getCondition());
        }
        return super.visitForLoop(tree, nothing);
    }

    /// Equality and negation have operators of their own.
    private void negate(ExpressionTree condition) {
        ExpressionTree bare = MethodCode.bare(condition);
        if (!List.of(Tree.Kind.EQUAL_TO, Tree.Kind.NOT_EQUAL_TO, Tree.Kind.LOGICAL_COMPLEMENT)
                .contains(bare.getKind())) {
            replace("negation", bare, "!(" + code.text(bare) + ")");
        }
    }
}
