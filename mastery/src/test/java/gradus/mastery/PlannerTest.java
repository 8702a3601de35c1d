package gradus.mastery;

import static gradus.mastery.SampleCourse.answered;
import static gradus.mastery.SampleCourse.began;
import static gradus.mastery.SampleCourse.day;
import static gradus.mastery.SampleCourse.failed;
import static gradus.mastery.SampleCourse.passed;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Course;
import gradus.course.Lesson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    private final Planner planner = new Planner(SampleCourse.COURSE);

    @Test
    void theFirstLessonNeedsNothing() {
        assertThat(next(0))
                .isEqualTo(new Recommendation.Learn("one", "It's the first lesson, and it has no prerequisites."));
    }

    @Test
    void aStartedLessonIsContinued() {
        assertThat(next(0, began("one", 0)))
                .isEqualTo(
                        new Recommendation.Learn("one", "You've started \"Step one\"; its lab is in your workspace."));
    }

    @Test
    void theNextLessonIsTheFirstWhosePrerequisitesHavePassed() {
        assertThat(next(0, passed("one", 0)))
                .isEqualTo(new Recommendation.Learn("two", "You've passed its prerequisites: \"Step one\"."));
        assertThat(next(0, passed("one", 0), passed("two", 0)))
                .isEqualTo(new Recommendation.Learn("three", "You've passed its prerequisites: \"Step one\"."));
        assertThat(next(0, passed("one", 0), passed("two", 0), passed("three", 0)))
                .isEqualTo(new Recommendation.Learn(
                        "four", "You've passed its prerequisites: \"Step two\", \"Step three\"."));
    }

    @Test
    void anUnpassedSubmissionComesFirst() {
        assertThat(next(9, passed("one", 0), failed("two", 9, 4)))
                .isEqualTo(
                        new Recommendation.Retry("two", "You've submitted \"Step two\" once, and 4 of 9 checks pass."));
        assertThat(next(0, failed("one", 0, 0), failed("one", 0, 0)))
                .isEqualTo(new Recommendation.Retry(
                        "one", "You've submitted \"Step one\" twice, and none of its 9 checks passes yet."));
        assertThat(next(0, failed("one", 0, 2), failed("one", 0, 2), failed("one", 0, 3)))
                .isEqualTo(new Recommendation.Retry(
                        "one", "You've submitted \"Step one\" 3 times, and 3 of 9 checks pass."));
    }

    @Test
    void ofTwoUnpassedSubmissionsTheLatestComesFirst() {
        assertThat(next(3, passed("one", 0), failed("three", 1, 1), failed("two", 2, 1)))
                .isInstanceOfSatisfying(
                        Recommendation.Retry.class,
                        retry -> assertThat(retry.lesson()).isEqualTo("two"));
    }

    @Test
    void aLessonThatPassedOnceIsNotRetriedWhenItFailsLater() {
        assertThat(next(0, passed("one", 0), failed("one", 0, 3)))
                .isInstanceOfSatisfying(
                        Recommendation.Learn.class,
                        learn -> assertThat(learn.lesson()).isEqualTo("two"));
    }

    @Test
    void lessonsAreReviewedAfterTwoDaysTheOldestFirst() {
        assertThat(next(4, passed("one", 1), passed("two", 0)))
                .isEqualTo(new Recommendation.Review(
                        "two",
                        "You passed \"Step two\" and haven't come back to it for 4 days. Answer its quiz before you"
                                + " forget it."));
        assertThat(due(4, passed("one", 1), passed("two", 0))).containsExactly("two", "one");
        assertThat(due(2, passed("one", 1), passed("two", 0))).containsExactly("two");
    }

    @Test
    void nothingIsDueAMomentBeforeItsTime() {
        Mastery mastery = Mastery.of(List.of(passed("one", 0)));
        assertThat(planner.due(mastery, day(2).minusNanos(1))).isEmpty();
        assertThat(planner.due(mastery, day(2))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"365, for 365 days", "366, for more than a year", "10193, for more than a year"})
    void aLongAbsenceIsMoreThanAYear(int days, String words) {
        assertThat(next(days, passed("one", 0)).because())
                .isEqualTo("You passed \"Step one\" and haven't come back to it " + words
                        + ". Answer its quiz before you forget it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10193, -3000, -20000})
    void aLessonWhoseLastTimeCannotBeTrueIsDueUntilItsQuizIsAnswered(int day) {
        assertThat(next(0, passed("one", day)).because())
                .isEqualTo("You passed \"Step one\" and haven't come back to it since a time that can't be right:"
                        + " your computer's clock seems wrong, or was wrong then. Answer its quiz before you forget"
                        + " it.");
        assertThat(due(0, passed("one", day), answered("one", 0, true))).isEmpty();
    }

    @Test
    void aClockThatWasPutBackByAFewHoursIsNotWrong() {
        assertThat(due(0, passed("one", 1))).isEmpty();
    }

    @Test
    void aClockThatWasNeverSetSeemsWrong() {
        assertThat(next(-20_000, passed("one", 0)).because())
                .contains(
                        "come back to it for a while; your computer's clock seems wrong, so nobody can say how long. Answer");
    }

    @Test
    void answeringItsQuizPostponesAReview() {
        assertThat(due(3, passed("one", 0), answered("one", 2, false))).isEmpty();
        assertThat(due(4, passed("one", 0), answered("one", 2, true))).containsExactly("one");
    }

    @Test
    void aLearnerWhoHasPassedEverythingRests() {
        assertThat(next(0, passed("one", 0), passed("two", 0), passed("three", 0), passed("four", 0)))
                .isEqualTo(new Recommendation.Rest("You've passed every lesson, and no review is due today."));
        assertThat(new Planner(new Course("Empty", List.of(), List.of(), List.of(), List.of(), List.of()))
                        .next(Mastery.NONE, day(0)))
                .isEqualTo(new Recommendation.Rest("The course has no lesson that you can start."));
    }

    @Test
    void everyBecauseIsASentence() {
        for (int day = 0; day < 9; day++) {
            for (Attempt attempt : List.of(began("one", 0), passed("one", 0), failed("one", 0, 1))) {
                assertThat(next(day, attempt).because()).matches("[A-Z].*\\.");
            }
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        Mastery mastery = Mastery.of(List.of(passed("one", 0), failed("two", 1, 2)));
        assertThat(planner.next(mastery, day(5))).isEqualTo(planner.next(mastery, day(5)));
        assertThat(planner.next(mastery, day(5).plus(Duration.ofHours(1)))).isEqualTo(planner.next(mastery, day(5)));
    }

    private Recommendation next(int day, Attempt... attempts) {
        return planner.next(Mastery.of(List.of(attempts)), day(day));
    }

    private List<String> due(int day, Attempt... attempts) {
        return planner.due(Mastery.of(List.of(attempts)), day(day)).stream()
                .map(Lesson::id)
                .toList();
    }
}
