package gradus.course.mutant;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A loop that does nothing but add terms to a variable: `for (…) { sum += term; }`.
///
/// @param tree the loop
/// @param index the variable that counts
/// @param from its first value, as code
/// @param bound the value after its last, as code
/// @param before declarations before the addition, as code
/// @param sum the variable that is added to
/// @param type the type of `sum`
/// @param term what is added, as code
record Reduction(
        StatementTree tree,
        String index,
        String from,
        String bound,
        String before,
        String sum,
        String type,
        String term) {

    static Optional<Reduction> of(StatementTree tree, MethodCode code) {
        return switch (tree) {
            case EnhancedForLoopTree loop
            when isPlainArray(loop.getExpression(), code) -> {
                String array = code.text(loop.getExpression());
                String element = code.text(loop.getVariable()) + " = " + array + "[at_]; ";
                yield of(loop, loop.getStatement(), "at_", "0", array + ".length", element, code);
            }
            default ->
                CountingLoop.of(tree)
                        .flatMap(loop -> of(
                                tree,
                                loop.tree().getStatement(),
                                loop.variable(),
                                code.text(loop.from()),
                                code.operand(loop.bound()) + (loop.inclusive() ? " + 1" : ""),
                                "",
                                code));
        };
    }

    private static boolean isPlainArray(ExpressionTree tree, MethodCode code) {
        return code.types().isArray(tree) && (tree instanceof IdentifierTree || tree instanceof MemberSelectTree);
    }

    private static Optional<Reduction> of(
            StatementTree tree,
            StatementTree body,
            String index,
            String from,
            String bound,
            String element,
            MethodCode code) {
        List<? extends StatementTree> statements = CountingLoop.statements(body);
        if (statements.isEmpty()
                || !(statements.getLast() instanceof ExpressionStatementTree last)
                || !(last.getExpression() instanceof CompoundAssignmentTree addition)
                || addition.getKind() != Tree.Kind.PLUS_ASSIGNMENT
                || !(addition.getVariable() instanceof IdentifierTree variable)) {
            return Optional.empty();
        }
        String sum = variable.getName().toString();
        List<? extends StatementTree> declarations = statements.subList(0, statements.size() - 1);
        boolean plain = declarations.stream().allMatch(VariableTree.class::isInstance)
                && statements.stream().noneMatch(statement -> assigns(statement, addition))
                && declarations.stream().noneMatch(declaration -> MethodCode.mentions(declaration, sum))
                && !MethodCode.mentions(addition.getExpression(), sum)
                && code.types().isNumber(variable);
        return plain
                ? Optional.of(new Reduction(
                        tree,
                        index,
                        from,
                        bound,
                        element + declarations.stream().map(code::text).collect(Collectors.joining(" ")),
                        sum,
                        code.types().of(variable),
                        code.text(addition.getExpression())))
                : Optional.empty();
    }

    /// Whether anything but `addition` assigns to a variable.
    private static boolean assigns(Tree tree, CompoundAssignmentTree addition) {
        var scanner = new TreeScanner<@Nullable Void, @Nullable Void>() {
            private boolean found;

            @Override
            public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void nothing) {
                found = true;
                return null;
            }

            @Override
            public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree other, @Nullable Void nothing) {
                found |= other != addition;
                return super.visitCompoundAssignment(other, nothing);
            }

            @Override
            public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void nothing) {
                found |= unary.getKind().name().endsWith("CREMENT");
                return super.visitUnary(unary, nothing);
            }
        };
        scanner.scan(tree, null);
        return scanner.found;
    }

    String backwards() {
        return "for (int %s = %s - 1; %s >= %s; %s--) { %s %s += %s; }"
                .formatted(index, bound, index, from, index, before, sum, term);
    }

    String withTwoSums() {
        return ("{ %s odd_ = 0; for (int %s = %s; %s < %s; %s++) { %s if (%s %% 2 == 0) { %s += %s; }"
                        + " else { odd_ += %s; } } %s += odd_; }")
                .formatted(type, index, from, index, bound, index, before, index, sum, term, term, sum);
    }

    String pairwise() {
        return ("{ int first_ = %s; int count_ = Math.max(0, %s - first_); %s[] terms_ = new %s[count_];"
                        + " for (int %s = first_; %s < first_ + count_; %s++) { %s terms_[%s - first_] = %s; }"
                        + " for (int left_ = count_; left_ > 1; left_ = (left_ + 1) / 2) {"
                        + " for (int k_ = 0; k_ < left_ / 2; k_++) { terms_[k_] += terms_[left_ - 1 - k_]; } }"
                        + " if (count_ > 0) { %s += terms_[0]; } }")
                .formatted(from, bound, type, type, index, index, index, before, index, term, sum);
    }

    String asStream() {
        String map = type.equals("double") ? "mapToDouble" : type.equals("long") ? "mapToLong" : "map";
        return "%s += java.util.stream.IntStream.range(%s, %s).%s(%s -> { %s return %s; }).sum();"
                .formatted(sum, from, bound, map, index, before, term);
    }
}
