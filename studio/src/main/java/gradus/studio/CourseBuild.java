package gradus.studio;

import java.nio.file.Path;

/// Builds the course: everything that can be computed before a learner starts. The launcher runs it after
/// building the program, and shows the lines that it prints as progress.
public final class CourseBuild {

    private CourseBuild() {}

    public static void main(String[] args) {
        Installation.locate(Path.of(System.getProperty("java.io.tmpdir"))).buildCourse(IO::println);
    }
}
