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

/// Reads the sources of a lesson's figures. Reports figures without a source, and sources that no figure
/// uses.
final class FigureReader {

    private final ReaderContext context;
    private final Outline.LessonOutline outline;
    private final LessonIndex index;

    FigureReader(ReaderContext context, Outline.LessonOutline outline, LessonIndex index) {
        this.context = context;
        this.outline = outline;
        this.index = index;
    }

    List<FigureSource> read() {
        Path folder = outline.folder().resolve("figures");
        String packageName = "gradus.figures." + outline.id().replace('-', '_');
        index.figures.forEach((name, shown) -> {
            if (!Files.isRegularFile(folder.resolve(name + ".java"))) {
                context.faults()
                        .add(
                                shown.file(),
                                shown.line(),
                                "The figure \"" + name + "\" has no source; write figures/" + name + ".java.");
            }
        });
        var figures = new ArrayList<FigureSource>();
        for (JavaFile file : JavaFile.readAll(folder, packageName, context.faults())) {
            check(file);
            String alt = index.altTexts.getOrDefault(file.simpleName(), "");
            figures.add(new FigureSource(file.simpleName(), file.source().className(), alt, file.path()));
        }
        return figures;
    }

    private void check(JavaFile file) {
        String name = file.simpleName();
        boolean draws = file.syntax().type(name).map(FigureReader::isFigure).orElse(true);
        if (!draws) {
            context.faults().add(file.path(), 1, "The class " + name + " must implement gradus.proctor.figure.Figure.");
        }
        if (!index.figures.containsKey(name)) {
            context.faults()
                    .add(
                            file.path(),
                            1,
                            "The figure \"" + name + "\" is never shown; put ![description](figure:" + name
                                    + ") into lesson.md.");
        }
    }

    private static boolean isFigure(ClassTree type) {
        return type.getImplementsClause().stream()
                .map(Object::toString)
                .anyMatch(name -> name.equals("Figure") || name.equals("gradus.proctor.figure.Figure"));
    }
}
