package gradus.course.read.lab;

import gradus.course.Cut;
import gradus.course.Source;
import gradus.course.mutant.EquivalentMutants;
import gradus.course.mutant.Mutant;
import gradus.course.mutant.Mutants;
import gradus.course.read.outline.Outline;
import gradus.course.read.outline.ReaderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Checks the list of a lab's mutants that don't count, if it has one.
final class MutantListChecker {

    private MutantListChecker() {}

    static void check(Outline.LessonOutline outline, ReaderContext context, List<Cut> cuts) {
        if (!Files.exists(outline.folder().resolve(EquivalentMutants.FILE))) {
            return;
        }
        var ids = new ArrayList<String>();
        for (Cut cut : cuts) {
            context.outline()
                    .library()
                    .source(outline.folder(), cut.type())
                    .ifPresent(source -> ids.addAll(ids(cut, source)));
        }
        Path file = outline.folder().resolve(EquivalentMutants.FILE);
        EquivalentMutants.check(outline.folder(), ids)
                .forEach(fault -> context.faults().add(file, fault.line(), fault.message()));
    }

    /// None if a cut member is missing, which is another fault.
    private static List<String> ids(Cut cut, Source source) {
        try {
            return Mutants.of(cut, source).stream().map(Mutant::id).toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
