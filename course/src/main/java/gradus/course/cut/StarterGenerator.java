package gradus.course.cut;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.Set;

/// Generates the starter of a lab from the library's source, by its syntax tree.
///
/// The body of a cut member is replaced by a `throw` whose message names lesson and member. Documentation
/// comments stay. Private members and imports that only the cut bodies used are removed, so the starter
/// doesn't give away the solution.
public final class StarterGenerator {

    private final SyntaxTree syntax;
    private final Members members;
    private final CutCode code;
    private final TextEdits edits;

    private StarterGenerator(Cut cut, Source source) {
        this.syntax = SyntaxTree.parse(source);
        this.code = CutCode.of(cut, source, syntax);
        this.members = code.members();
        this.edits = new TextEdits(source.text());
    }

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static Source starter(String lesson, Cut cut, Source source) {
        var generator = new StarterGenerator(cut, source);
        generator.removeBodies(lesson, cut.simpleName());
        generator.removeOrphanedMembers();
        String text = Imports.removeUnused(source.text(), generator.edits.apply());
        return new Source(source.path(), source.className(), text);
    }

    /// Merges a partial class into a complete source. A member of `partial` replaces the one in `source` with
    /// the same name and parameter types; new members are added at the end. `partial` is a class without a
    /// package.
    ///
    /// @throws IllegalArgumentException if `partial` doesn't declare the class of `source`
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

    /// Removes each orphaned member with the comments above it and its blank lines.
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

    /// Whether `other` stays and is declared together with `member`: `private int a, b;`.
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
