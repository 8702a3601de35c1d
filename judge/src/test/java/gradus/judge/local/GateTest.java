package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.FailureFingerprint.CheckFingerprint;
import gradus.course.Lab;
import gradus.judge.LearnerParts;
import gradus.judge.ProgressEvent;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import gradus.judge.Verdict.CheckResult;
import gradus.judge.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The check on behaviour, which may take minutes, runs last, and only on code that passes everything else.
class GateTest extends WithToyJudge {

    /// Neither the first nor the last check of the lab.
    private static final String GATE = "NumbersChecks#refusesNothing";

    private static final Coding LAB = ToyLibrary.withGate(ToyLibrary.numbers(), GATE);
    private static final String REFERENCE = ToyLibrary.reference("Numbers").text();

    @Test
    void theGateRunsLastAndItsResultStandsInItsPlace() {
        var begun = new ArrayList<String>();
        Verdict verdict = judge.judge(LAB, ToyLibrary.numbersAs(REFERENCE), LearnerParts.NONE, event -> {
            if (event instanceof ProgressEvent.Checking checking) {
                begun.add(checking.id());
            }
        });
        assertThat(begun).hasSize(LAB.checks().size()).last().isEqualTo(GATE);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.checks())
                                .extracting(CheckResult::id)
                                .isEqualTo(
                                        LAB.checks().stream().map(Lab.Check::id).toList()));
    }

    @Test
    void afterAFailureTheGateDoesNotRun() {
        Submission wrong = ToyLibrary.numbersAs(REFERENCE.replace("/ values.length", "/ (values.length + 1)"));
        assertThat(judge.judge(LAB, wrong, LearnerParts.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        notYet -> assertThat(notYet.checks().stream()
                                        .filter(check -> check.outcome() instanceof Outcome.NotRun)
                                        .map(CheckResult::id))
                                .containsExactly(GATE));
        assertThat(judge.prover().run(LAB, wrong, LAB.checks()).fingerprint().checks())
                .extracting(CheckFingerprint::checkId)
                .contains("NumbersTest#meanByHand")
                .doesNotContain(GATE);
    }

    @Test
    void theGateMayBeTheOnlyOneToRefuse() {
        Submission wrong = ToyLibrary.numbersAs(REFERENCE.replace("requireSome(values);", ""));
        assertThat(judge.judge(LAB, wrong, LearnerParts.NONE, _ -> {}))
                .isInstanceOfSatisfying(
                        Verdict.NotYet.class,
                        notYet -> assertThat(notYet.checks().stream()
                                        .filter(check -> check.outcome() instanceof Outcome.Failed)
                                        .map(CheckResult::id))
                                .containsExactly(GATE));
        List<Lab.Check> others =
                LAB.checks().stream().filter(check -> !LAB.isGate(check)).toList();
        assertThat(judge.prover().run(LAB, wrong, others).verdict()).isInstanceOf(Verdict.Passed.class);
    }
}
