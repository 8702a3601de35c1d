package gradus.course.mutant;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import gradus.course.syntax.JavaTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the mistakes that formulas invite: a factor, a sign, a square or an absolute value is lost, the order
/// of logarithm and exponential is wrong, rows and columns are confused, a seed is used again.
final class FormulaMutator extends Mutator {

    private static final Map<String, String> CONFUSED = Map.ofEntries(
            Map.entry("min", "max"),
            Map.entry("max", "min"),
            Map.entry("floor", "ceil"),
            Map.entry("ceil", "floor"),
            Map.entry("sin", "cos"),
            Map.entry("cos", "sin"),
            Map.entry("log1p", "log"),
            Map.entry("expm1", "exp"),
            Map.entry("exp", "log"),
            Map.entry("log", "exp"),
            Map.entry("rows", "columns"),
            Map.entry("columns", "rows"));

    private static final Set<String> DROPPED = Set.of("abs", "sqrt", "exp", "log", "cbrt", "signum");

    FormulaMutator(MethodCode code) {
        super(code, MutantKind.STANDARD);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
        ExpressionTree left = tree.getLeftOperand();
        ExpressionTree right = tree.getRightOperand();
        switch (tree.getKind()) {
            case DIVIDE -> replace("division-dropped", tree, code.text(left));
            case MULTIPLY -> {
                if (JavaTokens.same(code.text(left), code.text(right))) {
                    replace("square-dropped", tree, code.text(left));
                } else {
                    replace("factor-dropped", tree, code.text(left));
                    replace("factor-dropped", tree, code.text(right));
                }
            }
            case PLUS, MINUS -> {
                if (!(right instanceof LiteralTree)) {
                    replace("term-dropped", tree, code.text(left));
                }
            }
            default -> {}
        }
        return super.visitBinary(tree, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        String name = Calls.name(tree);
        List<? extends ExpressionTree> arguments = tree.getArguments();
        boolean counts = arguments.isEmpty() && List.of("rows", "columns").contains(name);
        if (CONFUSED.containsKey(name) && (Calls.isMath(tree) || counts)) {
            int end = code.end(tree.getMethodSelect());
            replace("confused", tree, end - name.length(), end, CONFUSED.get(name));
        }
        if (Calls.isMath(tree) && DROPPED.contains(name)) {
            replace(name + "-dropped", tree, code.operand(arguments.getFirst()));
        }
        if (Calls.isMath(tree) && name.equals("pow")) {
            replace("power-dropped", tree, code.operand(arguments.getFirst()));
        }
        if (Calls.isMath(tree) && name.equals("clamp")) {
            replace("clamp-dropped", tree, code.operand(arguments.getFirst()));
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree method && name.equals("split") && arguments.isEmpty()) {
            replace("seed-reused", tree, code.text(method.getExpression()));
        }
        return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
        if (tree.getIdentifier().toString().endsWith("Random")
                && tree.getArguments().size() == 1
                && !(tree.getArguments().getFirst() instanceof LiteralTree)) {
            replace("seed-reused", tree, tree.getArguments().getFirst(), "0");
        }
        return super.visitNewClass(tree, nothing);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        negate(tree, tree.getInitializer());
        return super.visitVariable(tree, nothing);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        negate(tree, tree.getExpression());
        return super.visitAssignment(tree, nothing);
    }

    private void negate(Tree site, @Nullable ExpressionTree value) {
        if (value != null
                && !(value instanceof LiteralTree)
                && List.of("double", "float").contains(code.types().of(value))) {
            replace("sign", site, value, "-(" + code.text(value) + ")");
        }
    }
}
