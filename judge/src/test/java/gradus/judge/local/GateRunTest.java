package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.course.Profile;
import gradus.judge.Cancellation;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/// A gate that trains for minutes has a run of its own, in the compute profile.
class GateRunTest extends WithToyJudge {

    private static final String GATE = "NumbersChecks#refusesNothing";
    private static final Lab.Limits RUN = new Lab.Limits(20, 128, new Profile.Compute(1));

    private static final Coding LAB = ToyLibrary.withGateRun(ToyLibrary.numbers(), GATE, RUN);
    private static final String REFERENCE = ToyLibrary.reference("Numbers").text();

    @Test
    void aVerdictDoesNotWaitForIt() {
        assertThat(judge.judge(LAB, ToyLibrary.numbersAs(REFERENCE), LearnerParts.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.ChecksPassed.class,
                        checked -> assertThat(checked.checks())
                                .hasSize(LAB.checks().size() - 1)
                                .extracting(CheckResult::id)
                                .doesNotContain(GATE));
    }

    @Test
    void itsRunChecksFirstAndThenRunsTheGate() {
        var begun = new ArrayList<String>();
        Verdict verdict =
                judge.runGate(LAB, ToyLibrary.numbersAs(REFERENCE), LearnerParts.NONE, new Cancellation(), event -> {
                    if (event instanceof ProgressEvent.Checking checking) {
                        begun.add(checking.id());
                    }
                });
        assertThat(begun).hasSize(LAB.checks().size()).last().isEqualTo(GATE);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.checks())
                                .hasSize(LAB.checks().size())
                                .last()
                                .extracting(CheckResult::id)
                                .isEqualTo(GATE));
    }

    @Test
    void aFailureBeforeItKeepsItFromRunning() {
        Submission wrong = ToyLibrary.numbersAs(REFERENCE.replace("/ values.length", "/ (values.length + 1)"));
        assertThat(judge.runGate(LAB, wrong, LearnerParts.NONE, new Cancellation(), _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        notYet -> assertThat(notYet.checks())
                                .extracting(CheckResult::id)
                                .doesNotContain(GATE));
    }

    @Test
    void itMayBeTheOnlyOneToRefuse() {
        Submission wrong = ToyLibrary.numbersAs(REFERENCE.replace("requireSome(values);", ""));
        assertThat(judge.runGate(LAB, wrong, LearnerParts.NONE, new Cancellation(), _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        notYet -> assertThat(notYet.checks().stream()
                                        .filter(check -> check.outcome() instanceof Outcome.Failed)
                                        .map(CheckResult::id))
                                .containsExactly(GATE));
        assertThat(judge.prover().run(LAB, wrong, LAB.checks()).fingerprint().checks())
                .singleElement()
                .satisfies(failure -> assertThat(failure.checkId()).isEqualTo(GATE));
    }

    @Test
    void aRunThatIsCancelledEndsAndHasNoVerdict() {
        var cancellation = new Cancellation();
        Submission endless =
                ToyLibrary.numbersAs(REFERENCE.replace("requireSome(values);", "while (values.length == 0) {}"));
        assertThatThrownBy(() -> judge.runGate(LAB, endless, LearnerParts.NONE, cancellation, event -> {
                    if (event instanceof ProgressEvent.Checking(String id, String _) && id.equals(GATE)) {
                        cancellation.cancel();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aRunThatWasCancelledBeforehandDoesNotStart() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() ->
                        judge.runGate(LAB, ToyLibrary.numbersAs(REFERENCE), LearnerParts.NONE, cancellation, event -> {
                            throw new AssertionError(event.toString());
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aRunHasItsOwnLimitOfTime() {
        Coding hurried =
                ToyLibrary.withGateRun(ToyLibrary.numbers(), GATE, new Lab.Limits(1, 128, new Profile.Compute(1)));
        Submission endless =
                ToyLibrary.numbersAs(REFERENCE.replace("requireSome(values);", "while (values.length == 0) {}"));
        assertThat(judge.runGate(hurried, endless, LearnerParts.NONE, new Cancellation(), _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.OutOfTime.class,
                        late -> assertThat(late.limit()).isEqualTo(Duration.ofSeconds(1)));
    }
}
