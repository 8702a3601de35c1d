package gradus.course.read;

import gradus.course.CourseReadResult;
import gradus.course.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A small course without faults, copied to a folder where a test can break it.
final class SampleCurriculum {

    /// A typesetter that returns the formula as text; KaTeX has its own tests.
    static final Typesetter PLAIN = (tex, display) -> {
        if (tex.contains("\\bad")) {
            throw new Typesetter.InvalidFormulaException("Undefined control sequence: \\bad at position 1");
        }
        return (display ? "<math display>" : "<math>") + tex.replace("\n", " ") + "</math>";
    };

    private final Path root;

    private SampleCurriculum(Path root) {
        this.root = root;
    }

    static SampleCurriculum at(Path root) {
        Path from = resource("school");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SampleCurriculum(root);
    }

    static Path resource(String name) {
        try {
            return Path.of(SampleCurriculum.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path root() {
        return root;
    }

    CourseReadResult read() {
        return CourseReader.read(root, PLAIN);
    }

    /// Replaces the first occurrence of the lines `was` by the lines `now`.
    void edit(String path, List<String> was, List<String> now) {
        try {
            Path file = root.resolve(path);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            int at = Collections.indexOfSubList(lines, was);
            if (at < 0) {
                throw new IllegalArgumentException("no lines " + was + " in " + path);
            }
            lines.subList(at, at + was.size()).clear();
            lines.addAll(at, now);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String path, List<String> lines) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String path) {
        try (Stream<Path> files = Files.walk(root.resolve(path))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
