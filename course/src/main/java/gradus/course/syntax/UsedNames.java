package gradus.course.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/// The names that a piece of code uses, as written.
public final class UsedNames {

    private final Set<String> names = new HashSet<>();
    private final Set<String> calls = new HashSet<>();

    /// The names that `code` uses.
    public static UsedNames of(Iterable<? extends Tree> code) {
        var usedNames = new UsedNames();
        code.forEach(usedNames::add);
        return usedNames;
    }

    /// Adds the names that `code` uses.
    public void add(@Nullable Tree code) {
        if (code != null) {
            code.accept(new Scanner(), null);
        }
    }

    void addAll(UsedNames others) {
        names.addAll(others.names);
        calls.addAll(others.calls);
    }

    /// Whether the code contains the name of a type, variable or method `simpleName`.
    public boolean contains(String simpleName) {
        return names.contains(simpleName)
                || calls.stream()
                        .anyMatch(call -> call.substring(0, call.indexOf('/')).equals(simpleName));
    }

    /// Whether the code may use `member`. Methods are matched by name and number of arguments.
    public boolean mayUse(Tree member) {
        return switch (member) {
            case MethodTree method -> {
                String name = method.getName().toString();
                boolean several = method.getParameters().stream()
                        .anyMatch(parameter -> parameter.toString().contains("..."));
                yield calls.contains(name + "/*")
                        || calls.contains(name + "/" + method.getParameters().size())
                        || several && contains(name);
            }
            case VariableTree field -> names.contains(field.getName().toString());
            case ClassTree type -> names.contains(type.getSimpleName().toString());
            default -> true;
        };
    }

    /// Whether `member` is private; a constructor never counts as such.
    public static boolean isPrivate(Tree member) {
        return switch (member) {
            case MethodTree method ->
                !method.getName().contentEquals("<init>")
                        && method.getModifiers().getFlags().contains(Modifier.PRIVATE);
            case VariableTree field -> field.getModifiers().getFlags().contains(Modifier.PRIVATE);
            case ClassTree type -> type.getModifiers().getFlags().contains(Modifier.PRIVATE);
            default -> false;
        };
    }

    private final class Scanner extends TreeScanner<Void, Void> {

        @Override
        public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            names.add(tree.getName().toString());
            return null;
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
            names.add(tree.getIdentifier().toString());
            return super.visitMemberSelect(tree, nothing);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
            calls.add(tree.getName() + "/*");
            return super.visitMemberReference(tree, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            String arguments = "/" + tree.getArguments().size();
            switch (tree.getMethodSelect()) {
                case IdentifierTree method -> calls.add(method.getName() + arguments);
                case MemberSelectTree method -> {
                    calls.add(method.getIdentifier() + arguments);
                    scan(method.getExpression(), nothing);
                }
                default -> scan(tree.getMethodSelect(), nothing);
            }
            scan(tree.getTypeArguments(), nothing);
            return scan(tree.getArguments(), nothing);
        }
    }
}
