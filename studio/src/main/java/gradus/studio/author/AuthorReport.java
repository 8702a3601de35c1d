package gradus.studio.author;

import gradus.course.Fault;
import java.util.List;

/// The result of checking or proving the curriculum.
///
/// @param lessons the number of lessons
/// @param unchanged the number of lessons whose proof was current, so that nothing was run
/// @param faults the faults found
public record AuthorReport(int lessons, int unchanged, List<Fault> faults) {

    public AuthorReport {
        faults = List.copyOf(faults);
    }
}
