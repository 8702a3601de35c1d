package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.judge.JudgePaths;
import gradus.studio.author.AuthorReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson with many faults at once: the author check names each one with its file and line.
class BrokenLessonTest {

    private static final Path LESSON = Path.of("curriculum/toolkit/first-model");

    @TempDir
    Path root;

    private Installation installation;

    @BeforeEach
    void copyTheCourse() throws IOException {
        Installation real = Installation.locate(root);
        for (String part : List.of("curriculum", "data", "ml/src/main/java")) {
            copy(real.root().resolve(part), root.resolve(part));
        }
        Path cache = root.resolve("cache");
        copy(real.cache().resolve("formulas"), cache.resolve("formulas"));
        installation = new Installation(
                root,
                cache,
                new JudgePaths(
                        real.judgePaths().java(),
                        real.judgePaths().library(),
                        root.resolve("ml/src/main/java"),
                        real.judgePaths().proctor(),
                        real.judgePaths().judge(),
                        root.resolve("data"),
                        cache));
    }

    @Test
    void everyFaultFoundByReadingIsNamed() throws IOException {
        change("lesson.md", "minutes: 30\n", "minutes: 30\ncolour: blue\n");
        change("lesson.md", "{#further}\n", "{#further}\n\nSee [the attic](lesson:attic). And $\\frac{1}{$.\n");
        change("lesson.md", "sum += (row[j] - query[j]) * (row[j] - query[j]);", "Vector v = Vector.of(row[j]);");
        change("lab.md", "data: [iris]", "data: [irises]");
        change("lab.md", "NearestNeighbour#nearest,predict", "NearestNeighbour#nearest,predict,farthest");
        change("lab.md", "2. Read the last step", "Read the last step");
        changeFile(Path.of("curriculum/toolkit/java-numerics/lesson.md"), "needs: []", "needs: [vectors]");

        List<Fault> faults = read();

        assertThat(faults).anySatisfy(fault -> says(fault, "lesson.md", "colour"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lesson.md", "cycle"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lesson.md", "attic"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lesson.md", "\\frac{1}{"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lab.md", "irises"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lab.md", "farthest"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lab.md", "hints"));
        assertThat(faults).anySatisfy(fault -> says(fault, "lesson.md", "Vector"));
    }

    @Test
    void everyFaultFoundByRunningIsNamed() throws IOException {
        Path reference = root.resolve("ml/src/main/java/gradus/ml/classic/NearestNeighbour.java");
        Files.copy(reference, replaced("wrong/signed-sum/NearestNeighbour.java"));
        Files.writeString(
                replaced("right/streams/NearestNeighbour.java"),
                Files.readString(reference).replace("return labels[nearest(rows, query)];", "return 0;"));
        change("lesson.md", "It looks like T\n", "It looks like H\n");
        change("figures/NearestRegions.java", "public Picture draw(ControlValues controlValues) {", """
                public Picture draw(ControlValues controlValues) {
                    if (true) throw new IllegalStateException("no paint left");
                """);
        change("checks/FirstModelTest.java", "\n}\n", """

                    @Test
                    @DisplayName("two and two are four")
                    void sums() {
                        gradus.proctor.assertions.Expect.that(2 + 2 == 4, "2 + 2", "4", 4, "arithmetic");
                    }
                }
                """);

        AuthorReport report = CurriculumTest.check(installation, Optional.of(root.resolve(LESSON)));

        assertThat(report.faults()).anySatisfy(fault -> says(fault, "wrong/signed-sum", "passes every check"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "right/streams", "must pass"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "lesson.md", "It looks like T"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "NearestRegions.java", "no paint left"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "FirstModelTest.java", "two and two are four"));
    }

    private List<Fault> read() {
        return installation.readCourse().faults();
    }

    private static void says(Fault fault, String file, String words) {
        assertThat(fault.file().toString()).contains(file);
        assertThat(fault.line()).isPositive();
        assertThat(fault.message()).contains(words).doesNotContain("\n");
    }

    private Path replaced(String file) throws IOException {
        Path path = root.resolve(LESSON).resolve(file);
        Files.delete(path);
        return path;
    }

    private void change(String file, String from, String to) throws IOException {
        changeFile(LESSON.resolve(file), from, to);
    }

    /// Replaces the last occurrence of `from`.
    private void changeFile(Path file, String from, String to) throws IOException {
        Path path = root.resolve(file);
        String text = Files.readString(path);
        int at = text.lastIndexOf(from);
        assertThat(at).as("\"" + from + "\" in " + file).isNotNegative();
        Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static void copy(Path from, Path to) throws IOException {
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
