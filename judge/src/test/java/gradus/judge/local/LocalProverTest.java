package gradus.judge.local;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.course.Coding;
import gradus.course.Lab;
import gradus.judge.Prover;
import gradus.judge.Submission;
import gradus.judge.Verdict;
import org.junit.jupiter.api.Test;

class LocalProverTest extends WithToyJudge {

    private static final Coding LAB = ToyLibrary.numbers().withLimits(new Lab.Limits(1, 64));
    private static final String REFERENCE = ToyLibrary.reference("Numbers").text();
    private static final Submission RIGHT = ToyLibrary.numbersAs(REFERENCE);
    private static final Submission WRONG =
            ToyLibrary.numbersAs(REFERENCE.replace("/ values.length", "/ (values.length + 1)"));
    private static final Submission ENDLESS =
            ToyLibrary.numbersAs(REFERENCE.replace("requireSome(values);", "while (values != null) {}"));

    @Test
    void aSolutionFailsInASharedJvmAsInOneOfItsOwn() {
        Prover shared = judge.prover().sharingJvms();
        Prover.Run alone = judge.prover().run(LAB, WRONG, LAB.checks());

        for (int round = 0; round < 3; round++) {
            assertThat(shared.run(LAB, RIGHT, LAB.checks()).verdict()).isInstanceOf(Verdict.Passed.class);
            assertThat(shared.run(LAB, WRONG, LAB.checks()).fingerprint()).isEqualTo(alone.fingerprint());
        }
    }

    @Test
    void aSolutionThatDoesNotEndDisturbsNoOther() {
        Prover shared = judge.prover().sharingJvms();

        assertThat(shared.run(LAB, ENDLESS, LAB.checks()).verdict()).isInstanceOf(Verdict.OutOfTime.class);
        assertThat(shared.run(LAB, RIGHT, LAB.checks()).verdict()).isInstanceOf(Verdict.Passed.class);
    }
}
