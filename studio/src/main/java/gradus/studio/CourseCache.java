package gradus.studio;

import gradus.course.Course;
import gradus.course.Sha256;
import gradus.studio.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The course as it was last read, kept as JSON under a name made of the path, size and time of every file
/// that it was read from. Reading it anew compiles, typesets and checks; taking it from here does not.
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

    /// The course that is kept here, or the one that `read` gives, which is then kept in place of any other.
    Course getOrRead(Supplier<Course> read) {
        Path file = folder.resolve(name() + ".json");
        if (Files.exists(file)) {
            try {
                return Json.read(Files.readString(file), Course.class);
            } catch (IOException | IllegalArgumentException e) {
                // Half written, or by another version: read it anew.
                return keep(file, read.get());
            }
        }
        return keep(file, read.get());
    }

    /// A course that cannot be kept is a course all the same.
    private Course keep(Path file, Course course) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> old = Files.list(folder)) {
                for (Path other : old.toList()) {
                    Files.delete(other);
                }
            }
            Files.writeString(file, Json.write(course));
        } catch (IOException e) {
            return course;
        }
        return course;
    }

    private String name() {
        var about = new StringBuilder();
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(root.resolve(source))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    about.append(file).append(' ').append(attributes.size()).append(' ');
                    about.append(attributes.lastModifiedTime()).append('\n');
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Sha256.of(about.toString().getBytes(StandardCharsets.UTF_8));
    }
}
