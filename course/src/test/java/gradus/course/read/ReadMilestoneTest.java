package gradus.course.read;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Course;
import gradus.course.CourseReadResult;
import gradus.course.Cut;
import gradus.course.Lab;
import gradus.course.Lesson;
import gradus.course.Milestone;
import gradus.course.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lab whose front matter says `kind: milestone`.
class ReadMilestoneTest {

    @TempDir
    Path folder;

    private Course course;
    private Milestone milestone;

    private SampleCurriculum curriculum;

    @BeforeEach
    void read() {
        curriculum = SampleCurriculum.at(folder);
        FaultCase.of(SampleCurriculum.resource("milestone.txt")).breakIt(curriculum);
        readAnew();
    }

    private void readAnew() {
        CourseReadResult result = curriculum.read();
        assertThat(result.faults()).isEmpty();
        course = result.course();
        milestone = course.lesson("doubling").flatMap(Lesson::milestone).orElseThrow();
    }

    @Test
    void membersOfOneClassAreOnePartOnHoweverManyLinesTheyStand() throws IOException {
        Path file = milestone.file();
        String part = "\"gradus.ml.sums.Adder#sum\"";
        Files.writeString(file, Files.readString(file).replace(part, part + ", " + part));

        readAnew();

        assertThat(milestone.parts()).containsExactly(Cut.of("gradus.ml.sums.Adder", "sum"));
        assertThat(milestone.references()).hasSize(1);
    }

    @Test
    void itSaysWhoseResultItIsAndTheStoryWithItsFirstSentence() {
        assertThat(milestone.origin().year()).isEqualTo("1958, 1969");
        assertThat(milestone.origin().source()).isEqualTo("A. Author, On sums, 1958");
        assertThat(milestone.origin().opening()).isEqualTo("In 1958 somebody added <code>1</code> and 2.");
        assertThat(milestone.origin().story()).contains("Nobody had done so before.");
        assertThat(milestone.statement()).contains("Add <em>all</em> of them.");
    }

    @Test
    void afterItsOwnChecksItHasOneOfTheLibraryAndOneForEachAblation() {
        assertThat(milestone.checks())
                .extracting(Lab.Check::title)
                .containsExactly(
                        "sums are right",
                        "the library reaches it, for comparison",
                        "without the last number, it isn't reached");
        assertThat(milestone.checks())
                .filteredOn(check -> Milestone.isComparison(check.id()))
                .extracting(Lab.Check::id)
                .containsExactly("library", "ablation-no-last");
    }

    @Test
    void anAblationNamesTheMembersThatItReplaces() {
        Milestone.Ablation ablation = milestone.ablations().getFirst();

        assertThat(ablation.members()).containsExactly(Cut.of("gradus.ml.sums.Adder", "sum"));
        assertThat(ablation.seen()).contains("Only 1 is <em>left</em>.");
    }

    @Test
    void aRecordIsBetterInTheDirectionThatItSays() {
        Milestone.Best best = milestone.best().orElseThrow();

        assertThat(best.isBetter(0.9, 0.8)).isTrue();
        assertThat(new Milestone.Best(best.metric(), false).isBetter(0.9, 0.8)).isFalse();
        assertThat(best.isBetter(Double.NaN, 0.8)).isFalse();
    }

    @Test
    void itsLimitsAreThoseOfARunAndItCutsNothing() {
        assertThat(milestone.limits()).isEqualTo(new Lab.Limits(20, 512, new Profile.Compute(1)));
        assertThat(course.lesson("doubling").orElseThrow().data()).containsExactly("fruit");
        assertThat(course.parts()).containsOnlyKeys("gradus.ml.sums.Adder");
        assertThat(course.codings()).extracting(Lab::lesson).containsExactly("adding");
    }
}
