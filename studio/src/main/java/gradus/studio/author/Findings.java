package gradus.studio.author;

import gradus.course.Fault;
import gradus.course.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What running a lesson found, remembered under a hash of all that the result depends on.
public final class Findings {

    private final Path folder;
    private final List<Path> dependencies;

    /// @param folder where they are kept
    /// @param dependencies what every lesson depends on: the library's classes and sources, judge, proctor, data
    public Findings(Path folder, List<Path> dependencies) {
        this.folder = folder;
        this.dependencies = List.copyOf(dependencies);
    }

    /// What was found for `lesson` before, or what `run` finds now. Only a clean result is remembered: an author who
    /// mends a
    /// fault wants it looked at again.
    Found of(Lesson lesson, Supplier<List<Fault>> run) {
        Path file = folder.resolve(hash(lesson));
        if (Files.exists(file)) {
            return new Found(List.of(), true);
        }
        List<Fault> faults = run.get();
        if (faults.isEmpty()) {
            remember(file, lesson);
        }
        return new Found(faults, false);
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
        MessageDigest digest = sha256();
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        Stream.concat(Stream.of(lesson.folder()), dependencies.stream()).forEach(path -> add(digest, path));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] name = path.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                byte[] content = Files.readAllBytes(file);
                digest.update(Arrays.copyOf(name, name.length + 1));
                digest.update(sha256().digest(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    /// @param remembered whether it was found before
    record Found(List<Fault> faults, boolean remembered) {
        Found {
            faults = List.copyOf(faults);
        }
    }
}
