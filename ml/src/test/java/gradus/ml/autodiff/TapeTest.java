package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TapeTest {

    private static Variable parameter(int... shape) {
        return Variable.parameter(Tensor.normal(Rng.of(1), 1, shape));
    }

    @Test
    void variablesOfAnEndedStepThrow() {
        Tape tape = Tape.recording();
        Variable w = parameter(2, 3);
        Variable given = tape.constant(Tensor.zeros(2, 3));
        Variable sum = w.plus(given);
        Variable loss = sum.sum();
        tape.reset();

        String message =
                "this variable of shape (2, 3) belongs to a step that has ended; copy its value before the tape is"
                        + " reset";
        assertThatIllegalStateException().isThrownBy(sum::value).withMessage(message);
        assertThatIllegalStateException().isThrownBy(given::value).withMessage(message);
        assertThatIllegalStateException().isThrownBy(() -> w.plus(sum)).withMessage(message);
        assertThatIllegalStateException().isThrownBy(sum::transpose).withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> VariableOps.gather(tape, sum, new int[] {0}))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> tape.backward(loss))
                .withMessageContaining("a step that has ended");
        assertThat(w.value().shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void anInferenceTapeRecordsNothing() {
        Tape tape = Tape.inference();
        Variable w = parameter(3);
        Variable loss = w.times(tape.constant(Tensor.full(2, 3))).sum();

        assertThat(loss.inputs).isEmpty();
        assertThat(loss.requiresGradient).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.backward(loss))
                .withMessageContaining("no parameter");
        assertThat(w.hasGradient()).isFalse();
    }

    @Test
    void anInferenceTapeGivesTheSameValues() {
        for (int seed = 0; seed < 3; seed++) {
            var step = new TrainingStep(seed);
            assertThat(step.loss(Tape.inference()).value().item())
                    .isEqualTo(step.loss(Tape.recording()).value().item());
        }
    }

    @Test
    void operandsOnTwoTapesAreRejected() {
        Tape one = Tape.recording();
        Tape other = Tape.recording();
        Variable a = one.constant(Tensor.zeros(2, 2));
        Variable b = other.constant(Tensor.zeros(2, 2));
        for (Runnable operation : new Runnable[] {
            () -> a.plus(b),
            () -> a.matmul(b),
            () -> VariableOps.concat(0, a, b),
            () -> VariableOps.linear(a, b, parameter(2)),
            () -> VariableOps.gather(one, b, new int[] {0})
        }) {
            assertThatIllegalArgumentException().isThrownBy(operation::run).withMessageContaining("two tapes");
        }
        Variable loss = b.times(parameter(2, 2)).sum();
        assertThatIllegalArgumentException().isThrownBy(() -> one.backward(loss));
    }

    @Test
    void aViewIsRejectedAsParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.parameter(Tensor.zeros(2, 3).transpose()))
                .withMessageContaining("(3, 2)");
    }

    @Test
    void aParameterDoesNotCopyItsTensor() {
        Tensor given = Tensor.zeros(2);
        Variable w = Variable.parameter(given);
        given.set(5, 1);
        assertThat(w.value()).isSameAs(given);
    }

    @Test
    void onlyParametersThatTheLossDependsOnGetAGradient() {
        Tape tape = Tape.recording();
        Variable used = parameter(3);
        Variable unused = parameter(3);
        Variable aside = parameter(3);
        Variable given = tape.constant(Tensor.full(2, 3));
        Variable result = used.times(given);
        aside.times(given);
        tape.backward(result.sum());

        assertThat(used.gradient().toArray()).containsExactly(2, 2, 2);
        for (Variable none : new Variable[] {unused, aside, given, result}) {
            assertThat(none.hasGradient()).isFalse();
            assertThatIllegalStateException().isThrownBy(none::gradient).withMessageContaining("no gradient");
        }
    }

    @Test
    void resultsOfConstantsAreNotRecorded() {
        Tape tape = Tape.recording();
        Variable given = tape.constant(Tensor.full(2, 3));
        Variable result = given.times(given).map(UnaryFunction.EXP);
        assertThat(result.requiresGradient).isFalse();
        assertThat(result.inputs).isEmpty();
    }

    @Test
    void backwardNeedsALossWithOneElement() {
        Tape tape = Tape.recording();
        Variable result = parameter(3).times(tape.constant(Tensor.full(2, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.backward(result))
                .withMessageContainingAll("(3)", "mean or sum");
    }

    @Test
    void emptyTensorsHaveEmptyGradients() {
        Tape tape = Tape.recording();
        Variable w = Variable.parameter(Tensor.zeros(0, 3));
        Variable bias = Variable.parameter(Tensor.zeros(3));
        Variable weights = Variable.parameter(Tensor.zeros(3, 2));
        Variable x = w.plus(tape.constant(Tensor.zeros(3))).plus(bias);
        Variable y = VariableOps.linear(x.softmax(), weights, tape.constant(Tensor.zeros(2)));
        tape.backward(y.transpose().map(UnaryFunction.TANH).sum(0).sum());

        assertThat(w.gradient().toArray()).isEmpty();
        assertThat(bias.gradient().toArray()).containsExactly(0, 0, 0);
        assertThat(weights.gradient().toArray()).containsOnly(0);
    }

    @Test
    void aStepGivesTheSameValuesAfterAnyNumberOfSteps() {
        var step = new TrainingStep(1);
        Tape tape = Tape.recording();
        float[] first = step.run(tape);
        for (int i = 0; i < 5; i++) {
            assertThat(step.run(tape)).isEqualTo(first);
        }
    }

    @Test
    void theNextStepReusesTheMemoryOfTheLastOne() {
        var step = new TrainingStep(2);
        Tape tape = Tape.recording();
        step.run(tape);
        long allocated = tape.allocatedElements();
        assertThat(allocated).isPositive();
        for (int i = 0; i < 20; i++) {
            step.run(tape);
        }
        assertThat(tape.allocatedElements()).isEqualTo(allocated);
    }
}
