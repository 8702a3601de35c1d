package gradus.studio;

import gradus.course.Course;
import gradus.course.Lesson;
import gradus.course.Parallel;
import gradus.course.Sha256;
import gradus.studio.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Caches the course as lines of JSON, because reading it compiles, typesets and checks. The file's name is a hash of
/// the path, size and time of every file of the course, and of the program's own location, because another
/// version of the program may have other records.
final class CourseCache {

    private static final List<String> SOURCES = List.of("curriculum", "data", "ml/src/main/java");

    private final Path folder;
    private final Path root;

    private CourseCache(Path folder, Path root) {
        this.folder = folder;
        this.root = root;
    }

    static CourseCache of(Path folder, Path root) {
        return new CourseCache(folder, root);
    }

    /// The cached course, or the result of `read`, which then replaces the cache's content.
    Course getOrRead(Supplier<Course> read) {
        Path file = folder.resolve(name() + ".json");
        if (Files.exists(file)) {
            try {
                return read(file);
            } catch (IOException | IllegalArgumentException e) {
                // The cache is damaged: read the course again.
                return keep(file, read.get());
            }
        }
        return keep(file, read.get());
    }

    /// The course without its lessons, then each lesson, a line for each, so that several threads can read.
    private static List<String> lines(Course course) {
        return Stream.concat(
                        Stream.of(Json.write(withLessons(course, List.of()))),
                        course.lessons().stream().map(Lesson::alone).map(Json::write))
                .toList();
    }

    private static Course read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file is empty");
        }
        return withLessons(
                Json.read(lines.getFirst(), Course.class),
                Parallel.map(lines.subList(1, lines.size()), line -> Json.read(line, Lesson.class)));
    }

    private static Course withLessons(Course course, List<Lesson> lessons) {
        return new Course(course.title(), course.tracks(), lessons, course.data(), course.glossary(), course.road());
    }

    /// Caches and returns `course`. If it can't be cached, that isn't an error.
    private Course keep(Path file, Course course) {
        try {
            Files.createDirectories(folder);
            // Two programs may write at the same time, and a reader must never see a partial file.
            Path temporary = Files.createTempFile(folder, "course", ".part");
            Files.write(temporary, lines(course));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> all = Files.list(folder)) {
                for (Path other : all.filter(other -> !other.equals(file)).toList()) {
                    Files.deleteIfExists(other);
                }
            }
        } catch (IOException e) {
            return course;
        }
        return course;
    }

    /// The name of the file that holds the course as it is on the disk now.
    String name() {
        return Sha256.of(
                Course.class.getProtectionDomain().getCodeSource().getLocation() + "\n" + FileStamps.of(root, SOURCES));
    }
}
