package gradus.studio.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gradus.course.MemberId;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.mastery.Attempt;
import gradus.mastery.Recommendation;
import gradus.studio.desk.CourseProgress.LessonState;
import gradus.studio.error.UserFacingException;
import gradus.studio.fixture.InMemoryJournal;
import gradus.studio.fixture.ManualClock;
import gradus.studio.fixture.ScriptedJudge;
import gradus.studio.fixture.TestDesks;
import gradus.studio.fixture.TestVerdicts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything a learner can do at the desk.
class DeskTest {

    @TempDir
    Path home;

    private final ManualClock clock = new ManualClock();
    private final InMemoryJournal journal = new InMemoryJournal();

    @Test
    void aCheckIsJudgedAndRecordedAndRecommendsWhatToDoNext() {
        var judge = ScriptedJudge.returning(TestVerdicts.notYet());
        Desk desk = desk(judge);
        desk.start("adding");
        var seen = new ArrayList<ProgressEvent>();

        Submission submission = desk.submission("adding");
        CheckReply reply = desk.check(submission, seen::add);

        assertThat(judge.submissions()).containsExactly(submission);
        assertThat(seen).startsWith(new ProgressEvent.Compiled());
        assertThat(reply.verdict()).isEqualTo(TestVerdicts.notYet());
        assertThat(reply.next())
                .isEqualTo(new Recommendation.Retry(
                        "adding", "You've submitted \"Adding numbers\" once, and 1 of 2 checks pass."));
        var handedIn = (Attempt.HandedIn) journal.attempts().getLast();
        assertThat(handedIn.verdict()).isEqualTo("NotYet");
        assertThat(handedIn.checks()).isEqualTo(2);
        assertThat(handedIn.passed()).isEqualTo(1);
        assertThat(handedIn.recognised()).contains("minus-for-plus");
        assertThat(handedIn.at()).isEqualTo(clock.instant());
        assertThat(journal.loadSources(handedIn.sources())).contains(submission.sources());
    }

    @Test
    void everyVerdictExceptAJudgeFaultIsRecordedByItsName() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.all().toArray(Verdict[]::new)));
        for (Verdict verdict : TestVerdicts.all()) {
            assertThat(check(desk, "adding").verdict()).isEqualTo(verdict);
        }
        assertThat(journal.attempts())
                .filteredOn(Attempt.HandedIn.class::isInstance)
                .extracting("verdict")
                .containsExactly(
                        "Passed",
                        "ChecksPassed",
                        "NotYet",
                        "DidNotCompile",
                        "OutOfTime",
                        "OutOfMemory",
                        "Forbidden",
                        "EndedEarly");
    }

    @Test
    void aJudgeFaultIsNotAnAttempt() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.judgeFault()));
        CheckReply reply = check(desk, "adding");
        assertThat(reply.verdict()).isEqualTo(TestVerdicts.judgeFault());
        assertThat(journal.attempts()).noneMatch(Attempt.HandedIn.class::isInstance);
        assertThat(desk.mastery().knowledgeOf("adding").submissions()).isZero();
    }

    @Test
    void aRunIsNotRecorded() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        desk.run(new Submission("adding", Map.of()), progressEvent -> {});
        assertThat(journal.attempts()).isEmpty();
    }

    @Test
    void aPassLeadsToTheLessonsThatNeedIt() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        assertThat(desk.next())
                .isEqualTo(new Recommendation.Learn("counting", "It's the first lesson, and it has no prerequisites."));
        assertThat(check(desk, "counting").next())
                .isEqualTo(new Recommendation.Learn("adding", "You've passed its prerequisites: \"Counting things\"."));
        assertThat(desk.courseProgress().lessons())
                .extracting(CourseProgress.LessonProgress::state)
                .containsExactly(LessonState.PASSED, LessonState.READY, LessonState.READY);
    }

    @Test
    void startingTwiceIsRecordedOnce() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        desk.start("adding");
        clock.advance(Duration.ofHours(1));
        desk.start("adding");
        assertThat(journal.attempts()).hasSize(1).first().isInstanceOf(Attempt.Began.class);
        assertThat(desk.courseProgress().lessons().get(1).state()).isEqualTo(LessonState.IN_PROGRESS);
    }

    @Test
    void readingTheSourcesStartsTheLab() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        assertThat(desk.sources("adding")).containsOnlyKeys("gradus/ml/numbers/Adder.java");
        desk.save("adding", "gradus/ml/numbers/Adder.java", "class Adder {}");
        assertThat(desk.sources("adding")).containsEntry("gradus/ml/numbers/Adder.java", "class Adder {}");
    }

    @Test
    void hintsContinueWithTheNextTask() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        for (int level = 1; level <= 3; level++) {
            HintReply hint = desk.hint("adding", Optional.empty());
            assertThat(hint.task()).contains("plus");
            assertThat(hint.level()).isEqualTo(level);
        }
        assertThat(desk.hint("adding", Optional.empty()).task()).contains("minus");
        assertThat(desk.hint("adding", Optional.of("plus")).level()).isEqualTo(3);
        assertThat(journal.attempts()).hasSize(5).allMatch(Attempt.TookHint.class::isInstance);
    }

    @Test
    void anUnknownQuestionIsRejected() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> desk.answer("adding", "nothing", "0"))
                .withMessageContaining("no question \"nothing\"");
        assertThat(journal.attempts()).isEmpty();
    }

    @Test
    void aPassedPartRunsFromThenOn() {
        var judge = ScriptedJudge.returning(TestVerdicts.passed());
        Desk desk = desk(judge);
        check(desk, "counting");
        check(desk, "adding");
        assertThat(judge.parts().getFirst()).isEqualTo(LearnerParts.NONE);
        assertThat(judge.parts().getLast().parts()).containsOnlyKeys("gradus.ml.numbers.Counter");
        assertThat(desk.courseProgress().partsMine()).isEqualTo(2);
    }

    @Test
    void aPartThatDidNotPassAgainStillRunsAsItLastPassed() {
        var judge = ScriptedJudge.returning(TestVerdicts.passed(), TestVerdicts.notYet());
        Desk desk = desk(judge);
        desk.start("counting");
        String path = "gradus/ml/numbers/Counter.java";
        desk.save("counting", path, "good");
        check(desk, "counting");
        desk.save("counting", path, "bad");
        check(desk, "counting");
        check(desk, "counting");
        assertThat(judge.parts().getLast().of("gradus.ml.numbers.Counter"))
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.file().text()).isEqualTo("good");
                    assertThat(part.members()).containsExactly(MemberId.parse("count"));
                });
    }

    @Test
    void theChosenPartRuns() {
        var judge = ScriptedJudge.returning(TestVerdicts.passed());
        Desk desk = desk(judge);
        check(desk, "counting");
        assertThat(desk.choosePart("Counter", false))
                .isEqualTo(new LibraryPartStatus("gradus.ml.numbers.Counter", "counting", true, false));
        check(desk, "adding");
        assertThat(judge.parts().getLast()).isEqualTo(LearnerParts.NONE);
        assertThat(desk.choosePart("gradus.ml.numbers.Counter", true).mine()).isTrue();
    }

    @Test
    void aPartThatHasNotPassedCannotBeChosen() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> desk.choosePart("Counter", true))
                .withMessage("Your own gradus.ml.numbers.Counter hasn't passed yet, so it can't run; pass"
                        + " lesson counting first.")
                .extracting(UserFacingException::exitCode)
                .isEqualTo(2);
        assertThat(journal.attempts()).isEmpty();
    }

    @Test
    void aPassedLessonWithoutActivityIsDueForReview() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        check(desk, "counting");
        assertThat(desk.due()).isEmpty();
        clock.advance(Duration.ofDays(2));
        assertThat(desk.due()).extracting("id").containsExactly("counting");
        assertThat(desk.next())
                .isEqualTo(new Recommendation.Review(
                        "counting",
                        "You passed \"Counting things\" and haven't come back to it for 2 days. Answer its quiz before you"
                                + " forget it."));
    }

    @Test
    void anotherDeskOnTheSameJournalSeesNewEntries() {
        Desk here = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        Desk there = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        assertThat(there.mastery().passed("counting")).isFalse();
        check(here, "counting");
        assertThat(there.mastery().passed("counting")).isTrue();
    }

    @Test
    void anUnknownLessonIsRejectedWithASuggestion() {
        Desk desk = desk(ScriptedJudge.returning(TestVerdicts.passed()));
        for (Runnable asked : List.<Runnable>of(
                () -> desk.start("addin"),
                () -> desk.sources("addin"),
                () -> desk.submission("addin"),
                () -> check(desk, "addin"),
                () -> desk.hint("addin", Optional.empty()))) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(asked::run)
                    .withMessage("There is no lesson \"addin\" (did you mean \"adding\"?); `gradus progress` lists them"
                            + " all.");
        }
    }

    @Test
    void noNameIsSuggestedIfNoneIsClose() {
        assertThat(UnknownNameMessages.didYouMean("transformers", List.of("adding", "counting")))
                .isEmpty();
        assertThat(UnknownNameMessages.didYouMean("contuing", List.of("adding", "counting")))
                .contains("\"counting\"");
    }

    private Desk desk(ScriptedJudge judge) {
        return TestDesks.at(home, judge, journal, clock);
    }

    private static CheckReply check(Desk desk, String lesson) {
        desk.sources(lesson);
        return desk.check(desk.submission(lesson), progressEvent -> {});
    }
}
