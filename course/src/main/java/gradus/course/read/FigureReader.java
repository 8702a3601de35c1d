package gradus.course.read;

import com.sun.source.tree.ClassTree;
import gradus.course.FigureSource;
import gradus.course.read.file.JavaFile;
import gradus.course.read.outline.LessonIndex;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the sources of a lesson's figures, and finds pictures without a source and sources without a
/// picture.
final class FigureReader {

    private final ReaderContext readerContext;
    private final Outline.LessonOutline lessonOutline;
    private final LessonIndex lessonIndex;

    FigureReader(ReaderContext readerContext, Outline.LessonOutline lessonOutline, LessonIndex lessonIndex) {
        this.readerContext = readerContext;
        this.lessonOutline = lessonOutline;
        this.lessonIndex = lessonIndex;
    }

    List<FigureSource> read() {
        Path folder = lessonOutline.folder().resolve("figures");
        String packageName = "gradus.figures." + lessonOutline.id().replace('-', '_');
        lessonIndex.figures.forEach((name, shown) -> {
            if (!Files.isRegularFile(folder.resolve(name + ".java"))) {
                readerContext
                        .faults()
                        .add(
                                shown.file(),
                                shown.line(),
                                "The figure \"" + name + "\" has no source; write " + "figures/" + name + ".java.");
            }
        });
        var figures = new ArrayList<FigureSource>();
        for (JavaFile file : JavaFile.readAll(folder, packageName, readerContext.faults())) {
            check(file);
            String alt = lessonIndex.altTexts.getOrDefault(file.simpleName(), "");
            figures.add(new FigureSource(file.simpleName(), file.source().className(), alt, file.path()));
        }
        return figures;
    }

    private void check(JavaFile file) {
        String name = file.simpleName();
        boolean draws = file.syntax().type(name).map(FigureReader::isFigure).orElse(true);
        if (!draws) {
            readerContext
                    .faults()
                    .add(file.path(), 1, "The class " + name + " must implement gradus.proctor.figure.Figure.");
        }
        if (!lessonIndex.figures.containsKey(name)) {
            readerContext
                    .faults()
                    .add(
                            file.path(),
                            1,
                            "The figure \"" + name + "\" is never shown; put ![words](figure:" + name
                                    + ") into lesson.md.");
        }
    }

    private static boolean isFigure(ClassTree type) {
        return type.getImplementsClause().stream()
                .map(Object::toString)
                .anyMatch(name -> name.equals("Figure") || name.equals("gradus.proctor.figure.Figure"));
    }
}
