package gradus.course;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes a lab's starter out of the library's own source, by its syntax tree.
///
/// The bodies of the cut members become a `throw` of a "to do" that names lesson and member. Documentation stays.
/// Private members and imports that only the cut bodies used go too, so that nothing of the solution can be read off
/// the starter.
public final class Cutter {

    private final Syntax syntax;
    private final ClassTree type;
    private final Members members;
    private final List<MethodTree> cut;
    private final Edits edits;

    private Cutter(Cut cut, Source source, Syntax syntax) {
        this.syntax = syntax;
        this.type = syntax.type(cut.simpleName())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no class " + cut.simpleName() + " in " + source.path() + ", which the lab cuts"));
        this.members = new Members(syntax, type);
        this.cut = cut.members().stream().flatMap(name -> named(name).stream()).toList();
        this.edits = new Edits(source.text());
    }

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` has no member of a name that is cut
    public static Source starter(String lesson, Cut cut, Source source) {
        var cutter = new Cutter(cut, source, Syntax.of(source));
        cutter.removeBodies(lesson, cut.simpleName());
        cutter.removeLeftovers();
        String text = Imports.without(source.text(), cutter.edits.apply());
        return new Source(source.path(), source.className(), text);
    }

    /// The complete source that `partial` stands for: its members in place of those of the same name and parameter
    /// types in `source`, and new ones added at the end. `partial` is a class without a package.
    ///
    /// @throws IllegalArgumentException if `partial` does not hold the class of `source`
    public static Source overlay(Source source, String partial) {
        return Overlay.of(source, partial);
    }

    /// What the learner writes: the bodies of the cut members, and the private ones that only those use.
    static List<Tree> written(Cut cut, Source source, Syntax syntax) {
        var cutter = new Cutter(cut, source, syntax);
        var written = new ArrayList<Tree>();
        cutter.cut.forEach(method -> written.add(method.getBody()));
        written.addAll(cutter.leftovers());
        return List.copyOf(written);
    }

    private List<MethodTree> named(String name) {
        List<MethodTree> found = members.methods(name).stream()
                .filter(method -> method.getBody() != null)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no method " + name + " with a body in " + type.getSimpleName() + ", which the lab cuts");
        }
        return found;
    }

    private void removeBodies(String lesson, String simpleName) {
        for (MethodTree method : cut) {
            String indent = syntax.indent(method);
            String todo = "To do in lesson " + lesson + ": " + simpleName + "." + members.name(method);
            edits.replace(
                    syntax.start(method.getBody()),
                    syntax.end(method.getBody()),
                    "{\n" + indent + "    throw new UnsupportedOperationException(\"" + todo + "\");\n" + indent + "}");
        }
    }

    /// Each goes with the comments above it and the blank lines that set it off.
    private void removeLeftovers() {
        Set<Tree> gone = Set.copyOf(leftovers());
        int before = members.openBrace();
        boolean first = true;
        for (Tree member : members.all()) {
            int lineAfter = syntax.lineEnd(syntax.end(member));
            if (!gone.contains(member)) {
                first = false;
            } else if (members.all().stream().noneMatch(other -> shareModifiers(member, other, gone))) {
                edits.remove(syntax.lineEnd(before), first ? afterBlankLines(lineAfter) : lineAfter);
            }
            before = syntax.end(member);
        }
    }

    /// Whether `other` stays and stands in one declaration with `member`: `private int a, b;`.
    private boolean shareModifiers(Tree member, Tree other, Set<Tree> gone) {
        return !gone.contains(other) && syntax.start(other) == syntax.start(member);
    }

    private int afterBlankLines(int at) {
        int next = at;
        while (next < syntax.text().length()
                && syntax.text().substring(next, syntax.lineEnd(next)).isBlank()) {
            next = syntax.lineEnd(next);
        }
        return next;
    }

    /// Private members that the cut bodies use, or that such members use, and nothing that stays does. A private
    /// member that nobody uses stays: it has a reason that no name shows.
    private List<Tree> leftovers() {
        List<? extends Tree> open = members.all().stream()
                .filter(member -> Uses.isPrivate(member) && !cut.contains(member))
                .toList();
        Uses kept = keptOutside(open);
        Uses lost = Uses.of(cut.stream().map(MethodTree::getBody).toList());
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
        Uses idle = Uses.of(undecided);
        moved = true;
        while (moved) {
            moved = gone.removeIf(member -> take(member, idle));
        }
        return gone;
    }

    private static boolean take(Tree member, Uses uses) {
        if (!uses.uses(member)) {
            return false;
        }
        uses.add(member);
        return true;
    }

    /// What the source uses apart from the cut bodies and from `open`.
    private Uses keptOutside(List<? extends Tree> open) {
        var kept = new Uses();
        syntax.types().stream().filter(other -> other != type).forEach(kept::add);
        kept.add(type.getModifiers());
        kept.add(type.getExtendsClause());
        type.getTypeParameters().forEach(kept::add);
        type.getImplementsClause().forEach(kept::add);
        type.getPermitsClause().forEach(kept::add);
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && cut.contains(method)) {
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
