package gradus.course.read;

import com.sun.source.tree.ClassTree;
import gradus.course.FigureSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the sources of a lesson's figures, and finds pictures without a source and sources without a picture.
final class FigureReader {

    private final Context context;
    private final Outline.Plan plan;
    private final Gathered gathered;

    FigureReader(Context context, Outline.Plan plan, Gathered gathered) {
        this.context = context;
        this.plan = plan;
        this.gathered = gathered;
    }

    List<FigureSource> read() {
        Path folder = plan.folder().resolve("figures");
        String packageName = "gradus.figures." + plan.id().replace('-', '_');
        gathered.figures.forEach((name, shown) -> {
            if (!Files.isRegularFile(folder.resolve(name + ".java"))) {
                context.faults()
                        .add(
                                shown.file(),
                                shown.line(),
                                "The figure \"" + name + "\" has no source; write " + "figures/" + name + ".java.");
            }
        });
        var figures = new ArrayList<FigureSource>();
        for (JavaFile file : JavaFile.all(folder, packageName, context.faults())) {
            check(file);
            String alt = gathered.alternatives.getOrDefault(file.simpleName(), "");
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
        if (!gathered.figures.containsKey(name)) {
            context.faults()
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
