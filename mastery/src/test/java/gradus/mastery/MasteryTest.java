package gradus.mastery;

import static gradus.mastery.SampleCourse.answered;
import static gradus.mastery.SampleCourse.began;
import static gradus.mastery.SampleCourse.day;
import static gradus.mastery.SampleCourse.failed;
import static gradus.mastery.SampleCourse.passed;
import static org.assertj.core.api.Assertions.assertThat;

import gradus.mastery.Mastery.Knowledge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasteryTest {

    @Test
    void aLessonWithoutAttemptsHasNoKnowledge() {
        assertThat(Mastery.NONE.knowledgeOf("one")).isEqualTo(Knowledge.NONE);
        assertThat(Mastery.NONE.passed("one")).isFalse();
    }

    @Test
    void aLessonStartsOnceAndASubmissionStartsItToo() {
        assertThat(known(began("one", 1), began("one", 2)).startedAt()).contains(day(1));
        assertThat(known(failed("one", 3, 0)).startedAt()).contains(day(3));
    }

    @Test
    void theFirstPassGivesTheTimeAndTheLastPassTheSources() {
        Knowledge known = known(passed("one", 1), passed("one", 2), failed("one", 3, 4));
        assertThat(known.passedAt()).contains(day(1));
        assertThat(known.passingSources()).contains("sources-of-day-2");
        assertThat(known.lastSubmission()).contains((Attempt.HandedIn) failed("one", 3, 4));
        assertThat(known.submissions()).isEqualTo(3);
        assertThat(known.stuck()).isFalse();
    }

    @Test
    void aLearnerWhoSubmittedAndNeverPassedIsStuck() {
        assertThat(known(failed("one", 1, 8)).stuck()).isTrue();
        assertThat(known(began("one", 1)).stuck()).isFalse();
        assertThat(known(failed("one", 1, 8), passed("one", 2)).stuck()).isFalse();
    }

    @Test
    void hintsAreKeptByTaskAndAnswersByQuestion() {
        Knowledge known = known(
                new Attempt.TookHint("one", day(1), "plus", 1),
                new Attempt.TookHint("one", day(1), "plus", 2),
                new Attempt.TookHint("one", day(1), "minus", 1),
                answered("one", 2, true),
                answered("one", 3, false));
        assertThat(known.hints()).isEqualTo(Map.of("plus", 2, "minus", 1));
        assertThat(known.answers()).isEqualTo(Map.of("q", new Mastery.Answer(false, day(3))));
        assertThat(known.lastActivityAt()).contains(day(3));
    }

    @Test
    void theFirstAnswerCountsAndWhatIsTriedAfterItDoesNotUntilTheNextDay() {
        Instant first = day(2);
        Attempt right = answered("one", first, true);
        Attempt tried = answered("one", first.plus(Duration.ofMinutes(1)), false);
        Attempt triedAgain = answered("one", first.plus(Duration.ofHours(11)), false);
        Attempt nextDay = answered("one", first.plus(Duration.ofHours(13)), false);
        assertThat(known(right, tried, triedAgain).answers()).isEqualTo(Map.of("q", new Mastery.Answer(true, first)));
        assertThat(known(right, tried, triedAgain, nextDay).answers())
                .isEqualTo(Map.of("q", new Mastery.Answer(false, nextDay.at())));
    }

    @Test
    void theLastChoiceOfAPartCountsAndIsNoActivity() {
        Mastery mastery = Mastery.of(List.of(
                passed("one", 0),
                new Attempt.ChosePart("one", day(5), "gradus.ml.One", false),
                new Attempt.ChosePart("one", day(6), "gradus.ml.One", true),
                new Attempt.ChosePart("one", day(7), "gradus.ml.Two", false)));
        assertThat(mastery.parts()).isEqualTo(Map.of("gradus.ml.One", true, "gradus.ml.Two", false));
        assertThat(mastery.knowledgeOf("one").lastActivityAt()).contains(day(0));
    }

    @Test
    void anAttemptInOneLessonDoesNotAffectAnother() {
        Mastery mastery = Mastery.of(List.of(passed("one", 0), failed("two", 1, 2)));
        assertThat(mastery.passed("one")).isTrue();
        assertThat(mastery.passed("two")).isFalse();
        assertThat(mastery.knowledgeOf("one").lastActivityAt()).contains(day(0));
    }

    /// Computing the state at once and attempt by attempt gives the same result.
    @Test
    void replayingStepByStepGivesTheSameState() {
        List<Attempt> all = List.of(began("one", 0), failed("one", 1, 3), passed("one", 2), answered("two", 3, true));
        Mastery stepwise = Mastery.NONE;
        for (Attempt attempt : all) {
            stepwise = stepwise.after(attempt);
        }
        assertThat(stepwise).isEqualTo(Mastery.of(all));
    }

    private static Knowledge known(Attempt... attempts) {
        return Mastery.of(List.of(attempts)).knowledgeOf("one");
    }
}
