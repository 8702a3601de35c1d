package gradus.studio.author;

import gradus.course.Fault;
import java.nio.file.Path;

/// Makes faults whose files are named from the root of the project.
record FaultFactory(Path root) {

    Fault create(Path file, int line, String message) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = root.toAbsolutePath().normalize();
        return new Fault(absolute.startsWith(base) ? base.relativize(absolute) : file, line, message);
    }
}
