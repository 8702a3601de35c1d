package gradus.studio;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Fault;
import gradus.studio.author.AuthorProve;
import gradus.studio.author.AuthorReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson with many faults at once: the author check names each one with its file and line.
class BrokenLessonTest {

    private static final String LESSON = "curriculum/toolkit/first-model/";

    @TempDir
    Path root;

    private CourseCopy course;

    @BeforeEach
    void copyTheCourse() throws IOException {
        course = CourseCopy.in(root);
    }

    @Test
    void everyFaultFoundByReadingIsNamed() throws IOException {
        change("lesson.md", "minutes: 30\n", "minutes: 30\ncolour: blue\n");
        change("lesson.md", "{#further}\n", "{#further}\n\nSee [the attic](lesson:attic). And $\\frac{1}{$.\n");
        change("lesson.md", "sum += (row[j] - query[j]) * (row[j] - query[j]);", "Vector v = Vector.of(row[j]);");
        change("lab.md", "data: [iris]", "data: [irises]");
        change("lab.md", "NearestNeighbour#nearest,predict", "NearestNeighbour#nearest,predict,farthest");
        change("lab.md", "2. Read the last step", "Read the last step");
        course.change("curriculum/toolkit/java-numerics/lesson.md", "needs: []", "needs: [vectors]");

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

        AuthorReport report =
                CurriculumTest.prove(course.installation(), Optional.of(course.file(LESSON)), AuthorProve.Mode.STALE);

        assertThat(report.faults()).anySatisfy(fault -> says(fault, "wrong/signed-sum", "passes every check"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "right/streams", "must pass"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "lesson.md", "It looks like T"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "NearestRegions.java", "no paint left"));
        assertThat(report.faults()).anySatisfy(fault -> says(fault, "FirstModelTest.java", "two and two are four"));
    }

    private List<Fault> read() {
        return course.installation().readCourse().faults();
    }

    private static void says(Fault fault, String file, String words) {
        assertThat(fault.file().toString()).contains(file);
        assertThat(fault.line()).isPositive();
        assertThat(fault.message()).contains(words).doesNotContain("\n");
    }

    private Path replaced(String file) throws IOException {
        Path path = course.file(LESSON + file);
        Files.delete(path);
        return path;
    }

    private void change(String file, String from, String to) throws IOException {
        course.change(LESSON + file, from, to);
    }
}
