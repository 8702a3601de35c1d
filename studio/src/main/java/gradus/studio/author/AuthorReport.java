package gradus.studio.author;

import gradus.course.Fault;
import java.util.List;

/// What came of the author's check.
///
/// @param lessons how many lessons were checked
/// @param unchanged how many of them had not changed since they were last run
/// @param faults everything that is wrong
public record AuthorReport(int lessons, int unchanged, List<Fault> faults) {

    public AuthorReport {
        faults = List.copyOf(faults);
    }
}
