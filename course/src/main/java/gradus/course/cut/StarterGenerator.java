package gradus.course.cut;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Generates the starter of a lab from the library's source, by its syntax tree.
///
/// The body of a cut member is replaced by a `throw` whose message names lesson and member. Documentation
/// comments stay. Private members and imports that only the cut bodies used are removed, so the starter
/// doesn't give away the solution.
public final class StarterGenerator {

    /// How a body that is left to do begins what it throws.
    static final String TODO = "new UnsupportedOperationException(\"To do in lesson ";

    private final SyntaxTree syntax;
    private final Map<String, Members> types;
    private final TextEdits edits;

    private StarterGenerator(Source source) {
        this.syntax = SyntaxTree.parse(source);
        this.types = CutCode.types(syntax, source.simpleName());
        this.edits = new TextEdits(source.text());
    }

    /// The starter for `cut` in lesson `lesson`, made from the reference `source`.
    ///
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static Source starter(String lesson, Cut cut, Source source) {
        return starter(List.of(new LessonCut(lesson, cut)), source);
    }

    /// What a learner starts from in a class that several lessons cut: no body that any of them asks for. A
    /// member that two of them cut is a task of the first.
    ///
    /// @throws IllegalArgumentException if `source` lacks a cut member
    public static Source starter(List<LessonCut> cuts, Source source) {
        var generator = new StarterGenerator(source);
        var lessons = new LinkedHashMap<MethodTree, String>();
        var members = new ArrayList<MemberId>();
        for (LessonCut one : cuts) {
            members.addAll(one.cut().members());
            CutCode.of(one.cut(), source, generator.syntax)
                    .methods()
                    .forEach(method -> lessons.putIfAbsent(method, one.lesson()));
        }
        lessons.forEach(generator::removeBody);
        var all = new Cut(cuts.getFirst().cut().type(), members);
        generator.removeOrphanedMembers(
                CutCode.of(all, source, generator.syntax).orphanedMembers());
        String text = Imports.removeUnused(source.text(), generator.edits.apply());
        return new Source(source.path(), source.className(), text);
    }

    /// A cut, and the lesson whose lab it is of.
    public record LessonCut(String lesson, Cut cut) {}

    private void removeBody(MethodTree method, String lesson) {
        String indent = syntax.indent(method);
        edits.replace(
                syntax.startOffset(method.getBody()),
                syntax.endOffset(method.getBody()),
                "{\n" + indent + "    throw " + TODO + todo(lesson, method) + "\");\n" + indent + "}");
    }

    private String todo(String lesson, MethodTree method) {
        Members declaring = types.values().stream()
                .filter(type -> type.all().contains(method))
                .findFirst()
                .orElseThrow();
        return lesson + ": " + declaring.type().getSimpleName() + "." + declaring.name(method);
    }

    /// Removes each orphaned member with the comments above it and its blank lines.
    private void removeOrphanedMembers(Collection<Tree> orphans) {
        Set<Tree> gone = Set.copyOf(orphans);
        for (Members members : types.values()) {
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
