package gradus.studio.author;

import gradus.course.Fault;
import gradus.course.Lesson;
import gradus.course.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What running a lesson found, remembered under a hash of all that the result depends on.
public final class AuthorCheckCache {

    private final Path folder;
    private final List<Path> dependencies;

    /// @param folder where they are kept
    /// @param dependencies what every lesson depends on: library, proctor, judge, course, data
    public AuthorCheckCache(Path folder, List<Path> dependencies) {
        this.folder = folder;
        this.dependencies = List.copyOf(dependencies);
    }

    /// What was found for `lesson` before, or what `run` finds now. Only a clean result is remembered: an
    /// author who mends a fault wants it looked at again.
    Result getOrRun(Lesson lesson, Supplier<List<Fault>> run) {
        Path file = folder.resolve(hash(lesson));
        if (Files.exists(file)) {
            return new Result(List.of(), true);
        }
        List<Fault> faults = run.get();
        if (faults.isEmpty()) {
            remember(file, lesson);
        }
        return new Result(faults, false);
    }

    private void remember(Path file, Lesson lesson) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file, lesson.id() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("what was found could not be kept in " + folder, e);
        }
    }

    private String hash(Lesson lesson) {
        var about = new StringBuilder(Runtime.version().toString()).append('\n');
        add(about, lesson.folder());
        dependencies.forEach(path -> add(about, path));
        return Sha256.of(about.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(StringBuilder about, Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                about.append(path.relativize(file)).append(' ');
                about.append(Sha256.of(Files.readAllBytes(file))).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param unchanged whether it was found before
    record Result(List<Fault> faults, boolean unchanged) {
        Result {
            faults = List.copyOf(faults);
        }
    }
}
