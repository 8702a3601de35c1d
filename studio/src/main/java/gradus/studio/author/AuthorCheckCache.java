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

/// Caches the results of the author check, under a hash of everything that a result depends on.
public final class AuthorCheckCache {

    private final Path folder;
    private final List<Path> dependencies;

    /// @param folder the folder of the cache
    /// @param dependencies the files that every lesson depends on: library, proctor, judge, course, data
    public AuthorCheckCache(Path folder, List<Path> dependencies) {
        this.folder = folder;
        this.dependencies = List.copyOf(dependencies);
    }

    /// The cached result for `lesson`, or the result of `run`. Only clean results are cached, so faults are
    /// always checked again.
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
            throw new UncheckedIOException("cannot write the result to " + folder, e);
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

    /// @param unchanged whether the result comes from the cache
    record Result(List<Fault> faults, boolean unchanged) {
        Result {
            faults = List.copyOf(faults);
        }
    }
}
