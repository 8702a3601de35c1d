package gradus.course.cut;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.Set;

/// Makes a lab's starter out of the library's own source, by its syntax tree.
///
/// The bodies of the cut members become a `throw` of a "to do" that names lesson and member. Documentation
/// stays. Private members and imports that only the cut bodies used go too, so that nothing of the solution
/// can be read off the starter.
public final class Cutter {

    private final SyntaxTree syntax;
    private final Members members;
    private final CutCode code;
    private final TextEdits edits;

    private Cutter(Cut cut, Source source) {
        this.syntax = SyntaxTree.parse(source);
        this.code = CutCode.of(cut, source, syntax);
        this.members = code.members();
        this.edits = new TextEdits(source.text());
    }

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` has no member of a name that is cut
    public static Source starter(String lesson, Cut cut, Source source) {
        var cutter = new Cutter(cut, source);
        cutter.removeBodies(lesson, cut.simpleName());
        cutter.removeOrphanedMembers();
        String text = Imports.removeUnused(source.text(), cutter.edits.apply());
        return new Source(source.path(), source.className(), text);
    }

    /// The complete source that `partial` stands for: its members in place of those of the same name and
    /// parameter types in `source`, and new ones added at the end. `partial` is a class without a package.
    ///
    /// @throws IllegalArgumentException if `partial` does not hold the class of `source`
    public static Source overlay(Source source, String partial) {
        return Overlay.of(source, partial);
    }

    private void removeBodies(String lesson, String simpleName) {
        for (MethodTree method : code.methods()) {
            String indent = syntax.indent(method);
            String todo = "To do in lesson " + lesson + ": " + simpleName + "." + members.name(method);
            edits.replace(
                    syntax.startOffset(method.getBody()),
                    syntax.endOffset(method.getBody()),
                    "{\n" + indent + "    throw new UnsupportedOperationException(\"" + todo + "\");\n" + indent + "}");
        }
    }

    /// Each goes with the comments above it and the blank lines that set it off.
    private void removeOrphanedMembers() {
        Set<Tree> gone = Set.copyOf(code.orphanedMembers());
        int before = members.openBrace();
        boolean first = true;
        for (Tree member : members.all()) {
            int lineAfter = syntax.lineEnd(syntax.endOffset(member));
            if (!gone.contains(member)) {
                first = false;
            } else if (members.all().stream().noneMatch(other -> shareModifiers(member, other, gone))) {
                edits.remove(syntax.lineEnd(before), first ? afterBlankLines(lineAfter) : lineAfter);
            }
            before = syntax.endOffset(member);
        }
    }

    /// Whether `other` stays and stands in one declaration with `member`: `private int a, b;`.
    private boolean shareModifiers(Tree member, Tree other, Set<Tree> gone) {
        return !gone.contains(other) && syntax.startOffset(other) == syntax.startOffset(member);
    }

    private int afterBlankLines(int at) {
        int next = at;
        while (next < syntax.text().length()
                && syntax.text().substring(next, syntax.lineEnd(next)).isBlank()) {
            next = syntax.lineEnd(next);
        }
        return next;
    }
}
