package gradus.studio.author;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.List;

/// The result of checking or proving the curriculum.
///
/// @param lessons the number of lessons
/// @param unchanged the number of lessons whose proof was current, so that nothing was run
/// @param faults the faults found
/// @param remarks what an author may want to look at, and is no fault
public record AuthorReport(int lessons, int unchanged, List<Fault> faults, List<Remark> remarks) {

    public AuthorReport {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /// A report without remarks.
    public AuthorReport(int lessons, int unchanged, List<Fault> faults) {
        this(lessons, unchanged, faults, List.of());
    }

    /// One sentence about a line of a file.
    ///
    /// @param file relative to the root of the project
    public record Remark(Path file, int line, String message) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }
    }
}
