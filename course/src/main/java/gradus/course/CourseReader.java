package gradus.course;

import java.nio.file.Path;

final class CourseReader {

    CourseReader(Path root, Typesetter typesetter) {}

    Reading read() {
        throw new UnsupportedOperationException("not yet");
    }
}
