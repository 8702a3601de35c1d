package gradus.studio.author;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.List;

/// The result of writing what the programs of lessons print.
///
/// @param lessons the number of lessons
/// @param programs the number of programs that ran
/// @param changes the output fences that were written
/// @param faults the programs that failed, whose fences stay as they are
public record FillReport(int lessons, int programs, List<Change> changes, List<Fault> faults) {

    public FillReport {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /// An output fence that was written.
    ///
    /// @param file relative to the root of the project
    /// @param line the number of the program's first line, after the change
    /// @param added whether there was none before
    public record Change(Path file, int line, boolean added) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + (added ? "an output fence was added" : "the output is what it prints now")
                    + ".";
        }
    }
}
