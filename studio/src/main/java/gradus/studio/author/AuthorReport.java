package gradus.studio.author;

import gradus.course.Fault;
import java.util.List;

/// The result of checking or proving the curriculum.
///
/// @param lessons the number of lessons
/// @param unchanged the number of lessons whose proof was current, so that nothing was run
/// @param faults the faults found
/// @param remarks what is no fault, but should be known
public record AuthorReport(int lessons, int unchanged, List<Fault> faults, List<Fault> remarks) {

    public AuthorReport {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /// A report without remarks.
    public AuthorReport(int lessons, int unchanged, List<Fault> faults) {
        this(lessons, unchanged, faults, List.of());
    }
}
