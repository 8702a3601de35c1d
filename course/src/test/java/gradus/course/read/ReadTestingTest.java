package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.LibraryUse;
import gradus.course.Source;
import gradus.course.Testing;
import gradus.course.cut.InMemoryCompiler;
import gradus.course.cut.SolutionSources;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab whose front matter says `kind: tests`.
class ReadTestingTest {

    @TempDir
    Path folder;

    private CourseReadResult read() {
        SampleCurriculum curriculum = SampleCurriculum.at(folder);
        FaultCase.of(SampleCurriculum.resource("tests.txt")).breakIt(curriculum);
        return curriculum.read();
    }

    private Testing testing() {
        CourseReadResult result = read();
        assertThat(result.faults()).isEmpty();
        return result.course().lesson("doubling").flatMap(Lesson::testing).orElseThrow();
    }

    @Test
    void itHasACheckForEachImplementationWhoseTitleDoesNotGiveTheFaultAway() {
        Testing lab = testing();

        assertThat(lab.checks())
                .extracting(Lab.Check::title)
                .containsExactly(
                        "the tests pass on the library's Adder",
                        "the tests pass on another right implementation: other way round",
                        "the tests find fault 1, in sum",
                        "the tests find fault 2, in add");
        assertThat(lab.mutants())
                .extracting(Testing.Mutant::killedTitle)
                .first()
                .asString()
                .endsWith("in sum: the last number is left out");
        assertThat(lab.checks().toString()).doesNotContain("left out", "last-left-out");
        assertThat(lab.statement()).contains("Test <em>sums</em>.", "<code>sum()</code> is 0");
        assertThat(lab.atLeast()).isEqualTo(1);
        assertThat(lab.tasks()).extracting(Lab.Task::id).containsExactly("fault-1", "fault-2");
        assertThat(lab.tasks().getFirst().hints()).hasSize(3);
    }

    @Test
    void theTestClassesAreThoseOfTheLearnerAndOfTheAuthor() {
        Testing lab = testing();

        assertThat(lab.starter().path()).isEqualTo("gradus/lab/tests/doubling/AdderTests.java");
        assertThat(lab.solutions().reference().path()).isEqualTo(lab.starter().path());
        assertThat(lab.solutions().weak()).containsOnlyKeys("adds-only");
    }

    @Test
    void aMutantIsLaidOverTheLibrary() {
        Testing lab = testing();
        Source mutant = SolutionSources.of(lab.subject(), lab.references())
                .complete(lab.mutants().getFirst().code())
                .getFirst();

        assertThat(mutant.path()).isEqualTo("gradus/ml/sums/Adder.java");
        assertThat(mutant.text()).contains("numbers.length - 1", "return a + b;");
        assertThat(InMemoryCompiler.complaints(mutant)).isEmpty();
    }

    @Test
    void testsMayCallWhatHasBeenTaughtAndNothingIsCut() {
        Course course = read().course();
        Lesson lesson = course.lesson("doubling").orElseThrow();

        assertThat(lesson.testing().orElseThrow().libraryUse().types()).contains("gradus.ml.sums.Adder");
        assertThat(lesson.alone().testing().orElseThrow().libraryUse()).isEqualTo(LibraryUse.declaring(Set.of()));
        assertThat(course.codings()).extracting(Coding::lesson).containsExactly("adding");
        assertThat(course.parts()).containsOnlyKeys("gradus.ml.sums.Adder");
    }
}
