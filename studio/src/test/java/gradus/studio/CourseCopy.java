package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.judge.JudgePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A copy of four lessons of the course, with the data and the library, to change. Each lesson is read again after each
/// change, so a copy of them all would make these tests as slow as the course is long.
final class CourseCopy {

    private static final List<String> LESSONS = List.of(
            "toolkit/first-model", "toolkit/java-numerics", "linear-algebra/vectors", "linear-algebra/matrices");

    private static final String COURSE = """
            title: Gradus
            tracks:
              - id: toolkit
                title: "First steps: numerical Java"
              - id: linear-algebra
                title: Linear algebra
            order:
              - first-model
              - java-numerics
              - vectors
              - matrices
            """;

    private final Path root;
    private final Installation installation;

    private CourseCopy(Path root, Installation installation) {
        this.root = root;
        this.installation = installation;
    }

    static CourseCopy in(Path root) throws IOException {
        Installation real = Installation.locate(root);
        for (String part : List.of("curriculum/glossary", "data", "ml/src/main/java", "proctor/src/main/java")) {
            copy(real.root().resolve(part), root.resolve(part));
        }
        for (String lesson : LESSONS) {
            copy(
                    real.root().resolve("curriculum").resolve(lesson),
                    root.resolve("curriculum").resolve(lesson));
        }
        for (String file : List.of("curriculum/road.yaml", "curriculum/panel.txt")) {
            Files.copy(real.root().resolve(file), root.resolve(file));
        }
        Files.writeString(root.resolve("curriculum/course.yaml"), COURSE);
        Path cache = root.resolve("cache");
        if (Files.isDirectory(real.cache().resolve("formulas"))) {
            copy(real.cache().resolve("formulas"), cache.resolve("formulas"));
        }
        School.shareImages(real, cache);
        return new CourseCopy(
                root,
                new Installation(
                        root,
                        cache,
                        new JudgePaths(
                                real.judgePaths().java(),
                                real.judgePaths().library(),
                                root.resolve("ml/src/main/java"),
                                real.judgePaths().proctor(),
                                real.judgePaths().judge(),
                                root.resolve("data"),
                                cache)));
    }

    Installation installation() {
        return installation;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /// Replaces the last occurrence of `from` in a file.
    void change(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        int at = text.lastIndexOf(from);
        assertThat(at).as("\"" + from + "\" in " + name).isNotNegative();
        Files.writeString(file(name), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    /// Copies a folder and all that is in it.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
