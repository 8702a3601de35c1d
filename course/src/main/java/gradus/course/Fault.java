package gradus.course;

import java.nio.file.Path;

/// Something wrong in the course, in one sentence: the thing, what was expected, what came, what to do.
///
/// @param file relative to the root of the project
/// @param line from 1
public record Fault(Path file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
