package gradus.studio.author;

import gradus.course.Fault;
import java.nio.file.Path;

/// Creates faults whose file paths are relative to the project's root.
record FaultFactory(Path root) {

    Fault create(Path file, int line, String message) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        return new Fault(absolute.startsWith(base) ? base.relativize(absolute) : file, line, message);
    }
}
