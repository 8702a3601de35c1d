package gradus.judge;

import gradus.course.Lesson;
import java.nio.file.Path;
import java.util.List;

/// Compiles the course's own sources, to tell their author what is wrong with them. Nothing is run.
public interface CourseCompiler {

    /// The errors in the sources that a lesson gives, its checks and its figures; empty if they compile.
    List<SourceError> errors(Lesson lesson);

    /// @param line from 1
    /// @param message the compiler's message
    record SourceError(Path file, int line, String message) {}
}
