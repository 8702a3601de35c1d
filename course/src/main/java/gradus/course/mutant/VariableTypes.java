package gradus.course.mutant;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import gradus.course.syntax.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The types of expressions, as far as the declarations in the same source say them. An unknown type is an
/// empty text.
final class VariableTypes {

    static final String UNKNOWN = "";

    private static final List<String> NUMBERS = List.of("int", "long", "float", "double");

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, String> locals = new HashMap<>();

    private VariableTypes() {}

    /// The types in `method`.
    ///
    /// @param classes the members of its class and the classes around it
    static VariableTypes in(MethodTree method, Collection<Members> classes) {
        var types = new VariableTypes();
        for (Members members : classes) {
            for (Tree member : members.all()) {
                switch (member) {
                    case VariableTree field -> declare(types.fields, field.getName(), field.getType());
                    case MethodTree other -> declare(types.methods, other.getName(), other.getReturnType());
                    default -> {}
                }
            }
        }
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
                if (variable.getType() == null && variable.getInitializer() != null) {
                    types.locals.put(variable.getName().toString(), types.of(variable.getInitializer()));
                } else {
                    declare(types.locals, variable.getName(), variable.getType());
                }
                return super.visitVariable(variable, nothing);
            }
        }.scan(method, null);
        return types;
    }

    private static void declare(Map<String, String> types, CharSequence name, @Nullable Tree type) {
        String written = type == null ? UNKNOWN : type.toString().replace("...", "[]");
        types.merge(name.toString(), written, (one, other) -> one.equals(other) ? one : UNKNOWN);
    }

    /// The type of a parameter or local variable.
    String local(String name) {
        return locals.getOrDefault(name, UNKNOWN);
    }

    boolean isLocal(String name) {
        return locals.containsKey(name);
    }

    boolean isNumber(ExpressionTree tree) {
        return NUMBERS.contains(of(tree));
    }

    boolean isArray(ExpressionTree tree) {
        return of(tree).endsWith("[]");
    }

    /// The type of an expression.
    String of(ExpressionTree tree) {
        return switch (tree) {
            case ParenthesizedTree it -> of(it.getExpression());
            case IdentifierTree it -> name(it.getName().toString());
            case LiteralTree it -> literal(it);
            case ArrayAccessTree it -> of(it.getExpression()).replaceFirst("\\[]$", "");
            case MemberSelectTree it ->
                it.getIdentifier().contentEquals("length") && isArray(it.getExpression())
                        ? "int"
                        : fields.getOrDefault(it.getIdentifier().toString(), UNKNOWN);
            case TypeCastTree it -> it.getType().toString();
            case UnaryTree it -> of(it.getExpression());
            case BinaryTree it -> binary(it);
            case ConditionalExpressionTree it -> of(it.getTrueExpression());
            case MethodInvocationTree it -> call(it);
            default -> UNKNOWN;
        };
    }

    private String name(String name) {
        return locals.containsKey(name) ? local(name) : fields.getOrDefault(name, UNKNOWN);
    }

    private static String literal(LiteralTree tree) {
        return switch (tree.getKind()) {
            case INT_LITERAL -> "int";
            case LONG_LITERAL -> "long";
            case FLOAT_LITERAL -> "float";
            case DOUBLE_LITERAL -> "double";
            case BOOLEAN_LITERAL -> "boolean";
            case STRING_LITERAL -> "String";
            default -> UNKNOWN;
        };
    }

    private String binary(BinaryTree tree) {
        return switch (tree.getKind()) {
            case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER ->
                promoted(of(tree.getLeftOperand()), of(tree.getRightOperand()));
            case LEFT_SHIFT, RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> of(tree.getLeftOperand());
            case AND, OR, XOR -> of(tree.getLeftOperand());
            default -> "boolean";
        };
    }

    private static String promoted(String one, String other) {
        if (one.equals("String") || other.equals("String")) {
            return "String";
        } else if (one.equals("double") || other.equals("double")) {
            return "double";
        }
        return NUMBERS.contains(one) && NUMBERS.contains(other)
                ? NUMBERS.get(Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(other)))
                : UNKNOWN;
    }

    private String call(MethodInvocationTree tree) {
        String method = Calls.name(tree);
        if (!Calls.isMath(tree)) {
            return tree.getMethodSelect() instanceof IdentifierTree ? methods.getOrDefault(method, UNKNOWN) : UNKNOWN;
        }
        return List.of("abs", "max", "min").contains(method)
                ? tree.getArguments().stream()
                        .map(this::of)
                        .reduce(VariableTypes::promoted)
                        .orElse(UNKNOWN)
                : "double";
    }
}
