package gradus.course;

import java.nio.file.Path;
import java.util.List;

/// What came of reading a curriculum: the course as far as it could be read, and everything that is wrong with it.
public record Reading(Course course, List<Fault> faults) {

    public Reading {
        faults = List.copyOf(faults);
    }

    /// Reads `curriculum/`, `data/` and the library's source below `root`.
    public static Reading of(Path root, Typesetter typesetter) {
        return new CourseReader(root, typesetter).read();
    }
}
