package gradus.course.read.lab;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.DidYouMean;
import gradus.course.MemberId;
import gradus.course.Source;
import gradus.course.read.file.JavaFile;
import gradus.course.read.outline.LessonCode;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import gradus.course.syntax.CutCode;
import gradus.course.syntax.Members;
import gradus.course.syntax.SyntaxTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks that the classes and members that a lab cuts exist.
final class CutChecker {

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final LessonIndex index;

    CutChecker(ReaderContext context, Outline.LessonOutline outline, LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.index = index;
    }

    void check() {
        outline.cuts().forEach(this::check);
    }

    private void check(Cut cut, int line) {
        Optional<Source> source = context.library().source(outline.folder(), cut.type());
        if (source.isEmpty()) {
            fault(
                    line,
                    "The cut names an unknown class: \"" + cut.type() + "\""
                            + DidYouMean.hint(cut.type(), context.library().classes()));
            return;
        }
        Path file = file(cut);
        SyntaxTree syntax = SyntaxTree.parse(source.get());
        if (!new JavaFile(file, source.get(), syntax).parses(context.faults())) {
            return;
        }
        if (syntax.type(cut.simpleName()).isEmpty()) {
            context.faults()
                    .add(file, 1, "The file must declare the class " + cut.simpleName() + ", as its name says.");
            return;
        }
        Map<String, Members> types = CutCode.types(syntax, cut.simpleName());
        List<MemberId> missing = cut.members().stream()
                .filter(member -> CutCode.named(types, member).isEmpty())
                .toList();
        missing.forEach(member -> fault(line, unknown(cut, member, types)));
        if (missing.isEmpty()) {
            List<Tree> written = CutCode.of(cut, source.get(), syntax).trees();
            index.code.add(new LessonCode(file, at -> at, syntax, written, false));
        }
    }

    private static String unknown(Cut cut, MemberId member, Map<String, Members> types) {
        Members declaring = types.get(member.nested());
        if (declaring == null) {
            return "The cut names an unknown nested class: \"" + member.nested() + "\" in " + cut.type()
                    + DidYouMean.hint(member.nested(), types.keySet());
        }
        List<String> names = declaring.all().stream()
                .filter(MethodTree.class::isInstance)
                .map(declaring::name)
                .toList();
        return "The cut names an unknown member: \"" + member + "\" in " + cut.type()
                + DidYouMean.hint(member.name(), names);
    }

    private Path file(Cut cut) {
        return cut.type().startsWith("gradus.lab.")
                ? outline.folder().resolve(cut.simpleName() + ".java")
                : context.library().file(cut.type());
    }

    private void fault(int line, String message) {
        context.faults().add(outline.folder().resolve("lab.md"), line, message);
    }
}
