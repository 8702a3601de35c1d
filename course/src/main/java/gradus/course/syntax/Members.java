package gradus.course.syntax;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import gradus.course.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The members of a class that are written in its source. Members that the parser adds are left out.
public final class Members {

    private final SyntaxTree syntax;
    private final ClassTree type;
    private final int openBrace;
    private final List<? extends Tree> all;
    private final Map<String, Tree> bySignature = new HashMap<>();

    /// The members of `type`, a class of `syntax`.
    public Members(SyntaxTree syntax, ClassTree type) {
        this.syntax = syntax;
        this.type = type;
        this.openBrace = findOpenBrace();
        this.all = type.getMembers().stream()
                .filter(member -> syntax.startOffset(member) > openBrace && syntax.endOffset(member) > 0)
                .toList();
        for (Tree member : all) {
            if (!(member instanceof BlockTree)) {
                bySignature.putIfAbsent(signature(member), member);
            }
        }
    }

    /// The class that they are members of.
    public ClassTree type() {
        return type;
    }

    /// All members, in the order of the source.
    public List<? extends Tree> all() {
        return all;
    }

    /// All methods called `name`; the name of the class stands for its constructors.
    public List<MethodTree> methods(String name) {
        return all().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> name(method).equals(name))
                .toList();
    }

    /// The methods with a body that `member` names in this class.
    public List<MethodTree> methods(MemberId member) {
        return methods(member.name()).stream()
                .filter(method -> method.getBody() != null)
                .filter(method -> member.parameters().isEmpty()
                        || signature(method)
                                .equals(member.name()
                                        + member.parameters().get().stream()
                                                .map(Members::typeText)
                                                .collect(Collectors.joining(",", "(", ")"))))
                .toList();
    }

    /// A type as the source writes it, without blanks, annotations and packages.
    public static String typeText(String type) {
        return type.chars().allMatch(Character::isJavaIdentifierPart) ? type : withoutDetails(type);
    }

    private static String withoutDetails(String type) {
        return type.replaceAll("\\s", "").replaceAll("@\\w+", "").replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    /// What the heading of `type` uses: modifiers, type parameters, what it extends and implements, the
    /// components of a record.
    public static List<Tree> heading(ClassTree type) {
        var parts = new ArrayList<Tree>();
        parts.add(type.getModifiers());
        if (type.getExtendsClause() != null) {
            parts.add(type.getExtendsClause());
        }
        parts.addAll(type.getTypeParameters());
        parts.addAll(type.getImplementsClause());
        parts.addAll(type.getPermitsClause());
        if (type.getKind() == Tree.Kind.RECORD) {
            type.getMembers().stream().filter(VariableTree.class::isInstance).forEach(parts::add);
        }
        return parts;
    }

    /// The offset after the last constant of an enum.
    public int endOfConstants() {
        return all().stream()
                .filter(member -> member instanceof VariableTree field && isConstant(field))
                .mapToInt(syntax::endOffset)
                .max()
                .orElse(openBrace() + 1);
    }

    /// A constant begins with its name, any other field with a modifier or a type.
    private boolean isConstant(VariableTree field) {
        return syntax.text(field)
                .replaceFirst("^(@\\w+(\\([^)]*\\))?\\s*)+", "")
                .matches("(?s)" + field.getName() + "\\b.*");
    }

    /// The member that `other`, from another class, would replace: one of the same name and parameter types.
    public Optional<? extends Tree> findMatching(Tree other) {
        return Optional.ofNullable(bySignature.get(signature(other)));
    }

    /// The simple name of `member`, the name of the class for a constructor; empty if it has none.
    public String name(Tree member) {
        return switch (member) {
            case MethodTree method
            when method.getName().contentEquals("<init>") ->
                type.getSimpleName().toString();
            case MethodTree method -> method.getName().toString();
            case VariableTree field -> field.getName().toString();
            case ClassTree nested -> nested.getSimpleName().toString();
            default -> "";
        };
    }

    /// The signature of a member: its name and parameter types, as written but without whitespace.
    String signature(Tree member) {
        return switch (member) {
            case MethodTree method ->
                name(method)
                        + method.getParameters().stream()
                                .map(parameter -> typeText(String.valueOf(parameter.getType())))
                                .collect(Collectors.joining(",", "(", ")"));
            case ClassTree nested -> "class " + nested.getSimpleName();
            default -> name(member);
        };
    }

    /// The offset of the opening brace of the class.
    public int openBrace() {
        return openBrace;
    }

    private int findOpenBrace() {
        int from = Math.max(syntax.startOffset(type), syntax.endOffset(type.getModifiers()));
        for (Tree part : type.getModifiers().getAnnotations()) {
            from = Math.max(from, syntax.endOffset(part));
        }
        for (Tree part : type.getTypeParameters()) {
            from = Math.max(from, syntax.endOffset(part));
        }
        for (Tree part : type.getImplementsClause()) {
            from = Math.max(from, syntax.endOffset(part));
        }
        return brace(syntax.text(), from);
    }

    /// The offset of its closing brace.
    public int closeBrace() {
        return syntax.endOffset(type) - 1;
    }

    private static int brace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{') {
            if (text.startsWith("//", at)) {
                at = text.indexOf('\n', at);
            } else if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at) + 1;
            }
            at++;
        }
        return at;
    }
}
