package gradus.studio;

import java.nio.file.Path;

/// Builds the course: whatever can be worked out before a learner asks. The launcher runs it after it has
/// built the program.
public final class CourseBuild {

    private CourseBuild() {}

    public static void main(String[] args) {
        Installation.locate(Path.of(System.getProperty("java.io.tmpdir"))).buildCourse();
    }
}
