package gradus.studio.author;

import gradus.course.Fault;
import java.util.List;

/// The result of the author check.
///
/// @param lessons the number of lessons checked
/// @param unchanged the number of lessons that hadn't changed since their last clean run
/// @param faults the faults found
public record AuthorReport(int lessons, int unchanged, List<Fault> faults) {

    public AuthorReport {
        faults = List.copyOf(faults);
    }
}
