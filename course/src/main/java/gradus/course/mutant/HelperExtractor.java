package gradus.course.mutant;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// Moves what a method returns into a private helper.
final class HelperExtractor extends Mutator {

    HelperExtractor(MethodCode code) {
        super(code, MutantKind.BENIGN);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        ExpressionTree value = tree.getExpression();
        if (value != null
                && MethodCode.bare(value) instanceof BinaryTree
                && code.method().getTypeParameters().isEmpty()) {
            extract(tree, value);
        }
        return null;
    }

    private void extract(ReturnTree site, ExpressionTree value) {
        Set<String> variables = variables(value);
        if (variables.stream().anyMatch(name -> code.types().local(name).isEmpty())) {
            return;
        }
        boolean isStatic = code.method().getModifiers().getFlags().contains(Modifier.STATIC);
        String parameters = variables.stream()
                .map(name -> code.types().local(name) + " " + name)
                .collect(Collectors.joining(", "));
        String helper = " private " + (isStatic ? "static " : "") + code.returnType() + " extracted_(" + parameters
                + ") { return " + code.text(value) + "; }";
        int end = code.end(code.method());
        change(
                "extracted",
                site,
                List.of(
                        new Change.Edit(
                                code.start(value), code.end(value), "extracted_(" + String.join(", ", variables) + ")"),
                        new Change.Edit(end, end, helper)));
    }

    /// The parameters and local variables that `tree` uses, apart from its own.
    private Set<String> variables(ExpressionTree tree) {
        var used = new LinkedHashSet<String>();
        var own = new LinkedHashSet<String>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitIdentifier(IdentifierTree identifier, @Nullable Void nothing) {
                if (code.types().isLocal(identifier.getName().toString())) {
                    used.add(identifier.getName().toString());
                }
                return null;
            }

            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                own.add(variable.getName().toString());
                return super.visitVariable(variable, nothing);
            }
        }.scan(tree, null);
        used.removeAll(own);
        return used;
    }
}
