package gradus.course.mutant;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;

/// What is called.
final class Calls {

    private Calls() {}

    /// The simple name of the method.
    static String name(MethodInvocationTree call) {
        return switch (call.getMethodSelect()) {
            case IdentifierTree method -> method.getName().toString();
            case MemberSelectTree method -> method.getIdentifier().toString();
            default -> "";
        };
    }

    /// Whether it is a method of `Math` or `StrictMath`.
    static boolean isMath(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree method
                && method.getExpression().toString().matches("(java\\.lang\\.)?(Strict)?Math");
    }

    /// Whether `tree` calls the function `name` of `Math` or `StrictMath`.
    static boolean isMath(ExpressionTree tree, String name) {
        return MethodCode.bare(tree) instanceof MethodInvocationTree call
                && isMath(call)
                && name(call).equals(name);
    }
}
