package gradus.studio.author;

import gradus.course.Fault;
import java.nio.file.Path;
import java.util.List;

/// The result of making a new lesson.
///
/// @param id its id; empty if the table has faults
/// @param files what was written, relative to the root of the project
/// @param faults the faults of the table, which keep everything from being written
public record NewLesson(String id, List<Path> files, List<Fault> faults) {

    public NewLesson {
        files = List.copyOf(files);
        faults = List.copyOf(faults);
    }
}
