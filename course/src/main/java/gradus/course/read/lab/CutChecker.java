package gradus.course.read.lab;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import gradus.course.Cut;
import gradus.course.DidYouMean;
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
import java.util.Optional;

/// Whether what a lab cuts is there.
final class CutChecker {

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final LessonIndex lessonIndex;

    CutChecker(ReaderContext readerContext, Outline.LessonOutline lessonOutline, LessonIndex lessonIndex) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.lessonIndex = lessonIndex;
    }

    void check() {
        lessonOutline.cuts().forEach(this::check);
    }

    private void check(Cut cut, int line) {
        Optional<Source> source = readerContext.library().source(lessonOutline.folder(), cut.type());
        if (source.isEmpty()) {
            fault(
                    line,
                    "The cut is of a class that is not there: \"" + cut.type() + "\""
                            + DidYouMean.hint(
                                    cut.type(), readerContext.library().classes()));
            return;
        }
        Path file = file(cut);
        SyntaxTree syntaxTree = SyntaxTree.parse(source.get());
        if (!new JavaFile(file, source.get(), syntaxTree).parses(readerContext.faults())) {
            return;
        }
        if (syntaxTree.type(cut.simpleName()).isEmpty()) {
            readerContext.faults().add(file, 1, "The file must hold a class " + cut.simpleName() + ", after its name.");
            return;
        }
        var members = new Members(syntaxTree, syntaxTree.type(cut.simpleName()).get());
        List<String> missing = cut.members().stream()
                .filter(name -> members.methods(name).stream().allMatch(method -> method.getBody() == null))
                .toList();
        List<String> names = members.all().stream()
                .filter(MethodTree.class::isInstance)
                .map(members::name)
                .toList();
        missing.forEach(name -> fault(
                line,
                "The cut is of a member that is not there: \"" + name + "\" in " + cut.type()
                        + DidYouMean.hint(name, names)));
        if (missing.isEmpty()) {
            List<Tree> written = CutCode.of(cut, source.get(), syntaxTree).trees();
            lessonIndex.code.add(new LessonCode(file, at -> at, syntaxTree, written, false));
        }
    }

    private Path file(Cut cut) {
        return cut.type().startsWith("gradus.lab.")
                ? lessonOutline.folder().resolve(cut.simpleName() + ".java")
                : readerContext.library().file(cut.type());
    }

    private void fault(int line, String sentence) {
        readerContext.faults().add(lessonOutline.folder().resolve("lab.md"), line, sentence);
    }
}
