package gradus.course.cut;

import gradus.course.Source;
import java.util.List;

/// The sources that a learner gets for a lab.
///
/// @param starters the classes that the lab cuts
/// @param given sources next to `lab.md` that the lab doesn't cut
public record LabFiles(List<Starter> starters, List<Source> given) {
    public LabFiles {
        starters = List.copyOf(starters);
        given = List.copyOf(given);
    }
}
