package gradus.course.syntax;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Source;
import java.util.ArrayList;
import java.util.List;

/// The code of a class that the learner writes: the bodies of the cut members, and the private members that
/// only these use.
public final class CutCode {

    private final SyntaxTree syntax;
    private final ClassTree type;
    private final Members members;
    private final List<MethodTree> methods;

    private CutCode(SyntaxTree syntax, ClassTree type, Members members, List<MethodTree> methods) {
        this.syntax = syntax;
        this.type = type;
        this.members = members;
        this.methods = methods;
    }

    /// The code that the learner writes if `cut` is cut out of `source`.
    ///
    /// @param syntax the syntax tree of `source`
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static CutCode of(Cut cut, Source source, SyntaxTree syntax) {
        ClassTree type = syntax.type(cut.simpleName())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no class " + cut.simpleName() + " in " + source.path() + ", which the lab cuts"));
        var members = new Members(syntax, type);
        List<MethodTree> methods = cut.members().stream()
                .flatMap(name -> named(members, type, name).stream())
                .toList();
        return new CutCode(syntax, type, members, methods);
    }

    /// Every member of the class, cut or not.
    public Members members() {
        return members;
    }

    /// The methods whose bodies are cut.
    public List<MethodTree> methods() {
        return methods;
    }

    /// The cut bodies, and the private members that are removed with them.
    public List<Tree> trees() {
        var trees = new ArrayList<Tree>();
        methods.forEach(method -> trees.add(method.getBody()));
        trees.addAll(orphanedMembers());
        return List.copyOf(trees);
    }

    private static List<MethodTree> named(Members members, ClassTree type, String name) {
        List<MethodTree> found = members.methods(name).stream()
                .filter(method -> method.getBody() != null)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no method " + name + " with a body in " + type.getSimpleName() + ", which the lab cuts");
        }
        return found;
    }

    /// Private members that only the cut bodies use, directly or through other such members. A private member
    /// that nothing uses stays: it may have a reason that isn't visible in names.
    public List<Tree> orphanedMembers() {
        List<? extends Tree> open = members.all().stream()
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

    /// The names that the source uses outside of the cut bodies and of `open`.
    private UsedNames keptOutside(List<? extends Tree> open) {
        var kept = new UsedNames();
        syntax.types().stream().filter(other -> other != type).forEach(kept::add);
        kept.add(type.getModifiers());
        kept.add(type.getExtendsClause());
        type.getTypeParameters().forEach(kept::add);
        type.getImplementsClause().forEach(kept::add);
        type.getPermitsClause().forEach(kept::add);
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && methods.contains(method)) {
                signature(method).forEach(kept::add);
            } else if (!open.contains(member)) {
                kept.add(member);
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
