package gradus.course;

import java.nio.file.Path;

/// A fault in the files of the course. Its message is one sentence: the thing, what was expected, what was
/// found, what to do.
///
/// @param file relative to the root of the project
/// @param line from 1
public record Fault(Path file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
