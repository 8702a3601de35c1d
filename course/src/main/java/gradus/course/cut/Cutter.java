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

    private final SyntaxTree syntaxTree;
    private final Members members;
    private final CutCode cutCode;
    private final TextEdits textEdits;

    private Cutter(Cut cut, Source source) {
        this.syntaxTree = SyntaxTree.parse(source);
        this.cutCode = CutCode.of(cut, source, syntaxTree);
        this.members = cutCode.members();
        this.textEdits = new TextEdits(source.text());
    }

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` has no member of a name that is cut
    public static Source starter(String lesson, Cut cut, Source source) {
        var cutter = new Cutter(cut, source);
        cutter.removeBodies(lesson, cut.simpleName());
        cutter.removeOrphanedMembers();
        String text = Imports.removeUnused(source.text(), cutter.textEdits.apply());
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
        for (MethodTree method : cutCode.methods()) {
            String indent = syntaxTree.indent(method);
            String todo = "To do in lesson " + lesson + ": " + simpleName + "." + members.name(method);
            textEdits.replace(
                    syntaxTree.startOffset(method.getBody()),
                    syntaxTree.endOffset(method.getBody()),
                    "{\n" + indent + "    throw new UnsupportedOperationException(\"" + todo + "\");\n" + indent + "}");
        }
    }

    /// Each goes with the comments above it and the blank lines that set it off.
    private void removeOrphanedMembers() {
        Set<Tree> gone = Set.copyOf(cutCode.orphanedMembers());
        int before = members.openBrace();
        boolean first = true;
        for (Tree member : members.all()) {
            int lineAfter = syntaxTree.lineEnd(syntaxTree.endOffset(member));
            if (!gone.contains(member)) {
                first = false;
            } else if (members.all().stream().noneMatch(other -> shareModifiers(member, other, gone))) {
                textEdits.remove(syntaxTree.lineEnd(before), first ? afterBlankLines(lineAfter) : lineAfter);
            }
            before = syntaxTree.endOffset(member);
        }
    }

    /// Whether `other` stays and stands in one declaration with `member`: `private int a, b;`.
    private boolean shareModifiers(Tree member, Tree other, Set<Tree> gone) {
        return !gone.contains(other) && syntaxTree.startOffset(other) == syntaxTree.startOffset(member);
    }

    private int afterBlankLines(int at) {
        int next = at;
        while (next < syntaxTree.text().length()
                && syntaxTree.text().substring(next, syntaxTree.lineEnd(next)).isBlank()) {
            next = syntaxTree.lineEnd(next);
        }
        return next;
    }
}
