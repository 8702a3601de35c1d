package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Sha256;
import gradus.judge.JudgePaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/// A small course with a library of its own, which can change under its learners.
final class School {

    private static final String PACKAGE = "gradus/ml/toy/";

    private final Path root;
    private final List<String> order = new ArrayList<>();

    /// @param root an empty folder
    School(Path root) {
        this.root = root;
    }

    /// An installation of the course in `src/test/school`, whose library is the real one.
    ///
    /// @param root an empty folder
    static Installation withTheLibrary(Path root) {
        return withTheLibrary(root, "school");
    }

    /// An installation of a course in a folder of `src/test`, whose library and data are the real ones.
    ///
    /// @param root an empty folder, or one that this method has filled
    static Installation withTheLibrary(Path root, String course) {
        try {
            Installation real = Installation.locate(root);
            if (Files.exists(root.resolve("data"))) {
                return installation(root, real.judgePaths().library());
            }
            Files.createDirectories(root);
            CourseCopy.copy(
                    real.root().resolve("studio/src/test").resolve(course).resolve("curriculum"),
                    root.resolve("curriculum"));
            Files.createSymbolicLink(root.resolve("ml"), real.root().resolve("ml"));
            Files.createSymbolicLink(root.resolve("proctor"), real.root().resolve("proctor"));
            Files.createSymbolicLink(root.resolve("data"), real.root().resolve("data"));
            return installation(root, real.judgePaths().library());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A class of the package `gradus.ml.toy`, new or changed.
    School library(String simpleName, String source) {
        write(root.resolve("ml/src/main/java").resolve(PACKAGE + simpleName + ".java"), source);
        return this;
    }

    /// A lesson with a lab.
    ///
    /// @param needs its direct prerequisites: `"a, b"`
    /// @param frontMatter the lines of `lab.md`
    /// @param checks the body of its class of visible checks
    School lesson(String id, String needs, String frontMatter, String checks) {
        add(id);
        Path folder = folder(id);
        write(folder.resolve("lesson.md"), """
                ---
                title: Lesson %s
                outcome: you can do it
                level: foundation
                needs: [%s]
                minutes: 20
                terms: []
                misconceptions: {}
                ---
                """.formatted(id, needs));
        write(folder.resolve("lab.md"), "---\n" + frontMatter + "data: []\n---\n");
        String type = id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1) + "Test";
        write(folder.resolve("checks/" + type + ".java"), """
                package gradus.checks.%s;

                import static gradus.proctor.assertions.Expect.calling;

                import gradus.ml.toy.*;
                import org.junit.jupiter.api.DisplayName;
                import org.junit.jupiter.api.Test;

                class %s {

                    @Test
                    @DisplayName("works by hand")
                    void worksByHand() {
                        %s
                    }
                }
                """.formatted(id, type, checks));
        return this;
    }

    /// A lesson that has only the section that leads to its lab.
    ///
    /// @param task the text of that section
    School lab(String id, String title, String task) {
        add(id);
        return file(id, "lesson.md", """
                ---
                title: %s
                outcome: you can do it
                level: foundation
                needs: []
                minutes: 20
                terms: []
                misconceptions: {}
                ---

                ## Your turn {#lab}

                %s
                """.formatted(title, task));
    }

    private void add(String id) {
        if (!order.contains(id)) {
            order.add(id);
        }
        write(root.resolve("curriculum/course.yaml"), """
                title: A school
                tracks:
                  - { id: toy, title: Toys }
                order: [%s]
                """.formatted(String.join(", ", order)));
    }

    /// A file of a lesson: a source that the lab gives, a solution, a figure.
    School file(String lesson, String path, String text) {
        write(folder(lesson).resolve(path), text);
        return this;
    }

    private Path folder(String lesson) {
        return root.resolve("curriculum/toy").resolve(lesson);
    }

    /// A terminal of a learner at this school, as it is now.
    RealTerminal terminal() {
        return new RealTerminal(root.resolve("home"), installation());
    }

    /// The school as it is now.
    Installation installation() {
        try {
            Files.createDirectories(root.resolve("data"));
            return installation(root, compiled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Installation installation(Path root, Path library) throws IOException {
        Installation real = Installation.locate(root);
        JudgePaths paths = real.judgePaths();
        Path cache = root.resolve("target/course");
        shareImages(real, cache);
        return new Installation(
                root,
                cache,
                new JudgePaths(
                        paths.java(),
                        library,
                        root.resolve("ml/src/main/java"),
                        paths.proctor(),
                        paths.judge(),
                        root.resolve("data"),
                        cache));
    }

    /// Has a judge with the folder `cache` start from the images of the real one; to build them takes longer than a
    /// test.
    static void shareImages(Installation real, Path cache) throws IOException {
        Files.createDirectories(cache);
        if (!Files.exists(cache.resolve("java"))) {
            Files.createSymbolicLink(
                    cache.resolve("java"), Files.createDirectories(real.cache().resolve("java")));
        }
    }

    /// The library's classes, in a folder of their own for each state of its sources.
    private Path compiled() throws IOException {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(root.resolve("ml/src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        }
        Path classes = root.resolve("classes-" + Sha256.of(sources.toString()).substring(0, 16));
        if (!Files.exists(classes)) {
            var arguments = new ArrayList<>(List.of("-d", classes.toString()));
            arguments.addAll(sources.keySet());
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                    .isZero();
        }
        return classes;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
