package gradus.course.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The code of a class that the learner writes: the bodies of the cut members, and the private members that
/// only these use.
public final class CutCode {

    private final SyntaxTree syntax;
    private final Map<String, Members> types;
    private final Collection<MethodTree> methods;

    private CutCode(SyntaxTree syntax, Map<String, Members> types, Collection<MethodTree> methods) {
        this.syntax = syntax;
        this.types = types;
        this.methods = methods;
    }

    /// The code that the learner writes if `cut` is cut out of `source`.
    ///
    /// @param syntax the syntax tree of `source`
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static CutCode of(Cut cut, Source source, SyntaxTree syntax) {
        Map<String, Members> types = types(syntax, cut.simpleName());
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "no class " + cut.simpleName() + " in " + source.path() + ", which the lab cuts");
        }
        var methods = new LinkedHashSet<MethodTree>();
        for (MemberId member : cut.members()) {
            List<MethodTree> named = named(types, member);
            if (named.isEmpty()) {
                throw new IllegalArgumentException(
                        "no method " + member + " with a body in " + cut.simpleName() + ", which the lab cuts");
            }
            methods.addAll(named);
        }
        return new CutCode(syntax, types, methods);
    }

    /// Every member of the class and of the classes nested in it, by their names within it: `""`, `Model`.
    public Map<String, Members> types() {
        return types;
    }

    /// The top-level class `simpleName` and the classes nested in it, by their names within it; empty if
    /// `syntax` does not declare it.
    public static Map<String, Members> types(SyntaxTree syntax, String simpleName) {
        var types = new LinkedHashMap<String, Members>();
        syntax.type(simpleName).ifPresent(type -> collect("", type, syntax, types));
        return types;
    }

    private static void collect(String name, ClassTree type, SyntaxTree syntax, Map<String, Members> types) {
        var members = new Members(syntax, type);
        types.put(name, members);
        for (Tree member : members.all()) {
            if (member instanceof ClassTree nested) {
                String simple = nested.getSimpleName().toString();
                collect(name.isEmpty() ? simple : name + "." + simple, nested, syntax, types);
            }
        }
    }

    /// The methods whose bodies are cut.
    public Collection<MethodTree> methods() {
        return methods;
    }

    /// The cut bodies, and the private members that are removed with them.
    public List<Tree> trees() {
        var trees = new ArrayList<Tree>();
        methods.forEach(method -> trees.add(method.getBody()));
        trees.addAll(orphanedMembers());
        return List.copyOf(trees);
    }

    /// The methods with a body that `member` names; of a whole type all that are not private, constructors
    /// too.
    public static List<MethodTree> named(Map<String, Members> types, MemberId member) {
        if (!member.isWholeType()) {
            Members declared = types.get(member.nested());
            return declared == null ? List.of() : declared.methods(member);
        }
        return types.entrySet().stream()
                .filter(type -> member.nested().isEmpty()
                        || type.getKey().equals(member.nested())
                        || type.getKey().startsWith(member.nested() + "."))
                .flatMap(type -> type.getValue().all().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() != null && !UsedNames.isPrivate(method))
                .toList();
    }

    /// The private members that only the cut bodies and other such members use. A private member that nothing
    /// uses is kept: it has a purpose that names don't show, such as `serialVersionUID`.
    public List<Tree> orphanedMembers() {
        List<? extends Tree> open = types.values().stream()
                .flatMap(type -> type.all().stream())
                .filter(member -> UsedNames.isPrivate(member) && !methods.contains(member))
                .toList();
        UsedNames kept = keptOutside(open);
        UsedNames lost = UsedNames.of(methods.stream().map(MethodTree::getBody).toList());
        List<Tree> undecided = new ArrayList<>(open);
        boolean moved = true;
        while (moved) {
            moved = undecided.removeIf(member -> take(member, kept));
        }
        var gone = new ArrayList<Tree>();
        moved = true;
        while (moved) {
            moved = undecided.removeIf(member -> take(member, lost) && gone.add(member));
        }
        UsedNames idle = UsedNames.of(undecided);
        moved = true;
        while (moved) {
            moved = gone.removeIf(member -> take(member, idle));
        }
        return gone;
    }

    private static boolean take(Tree member, UsedNames names) {
        if (!names.mayUse(member)) {
            return false;
        }
        names.add(member);
        return true;
    }

    /// The names that the source uses outside the cut bodies and outside `open`.
    private UsedNames keptOutside(List<? extends Tree> open) {
        var kept = new UsedNames();
        ClassTree topLevel = types.get("").type();
        syntax.types().stream().filter(other -> other != topLevel).forEach(kept::add);
        for (Members type : types.values()) {
            if (!open.contains(type.type())) {
                Members.heading(type.type()).forEach(kept::add);
                for (Tree member : type.all()) {
                    if (member instanceof MethodTree method && methods.contains(method)) {
                        signature(method).forEach(kept::add);
                    } else if (!(member instanceof ClassTree) && !open.contains(member)) {
                        kept.add(member);
                    }
                }
            }
        }
        return kept;
    }

    private static List<Tree> signature(MethodTree method) {
        var parts = new ArrayList<Tree>();
        parts.add(method.getModifiers());
        if (method.getReturnType() != null) {
            parts.add(method.getReturnType());
        }
        parts.addAll(method.getTypeParameters());
        parts.addAll(method.getParameters());
        parts.addAll(method.getThrows());
        return parts;
    }
}
