package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gradus.ml.autodiff.OperationCases.Case;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Expressions of parameters alone, such as a penalty on weights.
class ParametersAloneTest {

    static Stream<Case> cases() {
        return OperationCases.all().stream();
    }

    private static List<Variable> parameters(Case each) {
        return each.inputs().stream().map(x -> Variable.parameter(x.copy())).toList();
    }

    private static Variable weighted(Variable result) {
        Tensor weights = Tensor.normal(Rng.of(11), 1, result.shape().sizes());
        return result.times(result.constant(weights)).sum();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyOperationGivesTheSameBitsOnATapeAndOnNone(Case each) {
        Tape tape = Tape.recording();
        List<Variable> onATape = parameters(each);
        List<Variable> inputs = onATape.stream()
                .map(p -> p.plus(tape.constant(Tensor.scalar(0))))
                .toList();
        tape.backward(weighted(each.function().of(tape, inputs)));

        List<Variable> alone = parameters(each);
        weighted(each.function().of(Tape.recording(), alone)).backward();
        for (int i = 0; i < alone.size(); i++) {
            assertThat(alone.get(i).gradient().toArray())
                    .as("%s, input %d", each, i)
                    .isEqualTo(onATape.get(i).gradient().toArray());
        }
    }

    @Test
    void thePenaltyOfAWeightIsTwiceTheWeight() {
        Variable w = Variable.parameter(Tensor.of(new float[] {1, -2, 3}, 3));
        Variable penalty = w.times(w).sum();
        assertThat(penalty.value().item()).isEqualTo(14);
        penalty.backward();
        assertThat(w.gradient().toArray()).containsExactly(2, -4, 6);
        Tape.recording().backward(penalty);
        assertThat(w.gradient().toArray()).containsExactly(4, -8, 12);
    }

    @Test
    void aPenaltyIsPartOfALossOnATape() {
        Variable w = Variable.parameter(Tensor.of(new float[] {1, -2, 3}, 3));
        Tape tape = Tape.recording();
        Variable x = tape.constant(Tensor.of(new float[] {10, 20, 30}, 3));
        Variable squares = w.times(w);
        Variable penalty = squares.sum().plus(squares.mean());
        tape.backward(w.times(x).sum().plus(penalty).plus(penalty.times(w.sum())));
        // x + 2w + 2w/3, and penalty·Σw adds (2w + 2w/3)·2 + 14 + 14/3.
        float penaltyValue = 14 + 14f / 3;
        for (int i = 0; i < 3; i++) {
            float own = 8 * w.value().get(i) / 3;
            assertThat(w.gradient().get(i))
                    .isCloseTo(
                            10 * (i + 1) + own + 2 * own + penaltyValue, org.assertj.core.api.Assertions.within(1e-4f));
        }
    }

    @Test
    void aPenaltyOutlivesTheStepsOfATapeAndIsRecordedInEach() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        Variable penalty = w.sum();
        Tape tape = Tape.recording();
        for (int step = 1; step <= 3; step++) {
            tape.backward(penalty.times(tape.constant(Tensor.scalar(2))));
            assertThat(w.gradient().toArray()).containsOnly(2 * step);
            tape.reset();
            assertThat(penalty.value().item()).isEqualTo(6);
        }
    }

    @Test
    void aLongChainDoesNotOverflowTheStack() {
        Variable w = Variable.parameter(Tensor.scalar(1));
        Variable end = w;
        for (int i = 0; i < 20_000; i++) {
            end = end.plus(w);
        }
        end.backward();
        assertThat(w.gradient().item()).isEqualTo(20_001);
    }

    @Test
    void aParameterWithOneElementHasTheGradientOneOfItself() {
        Variable w = Variable.parameter(Tensor.full(5, 1, 1));
        w.backward();
        w.backward();
        assertThat(w.gradient().toArray()).containsExactly(2);
    }

    @Test
    void aConstantNextToAParameterNeedsNoTape() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        Variable factor = w.constant(Tensor.full(4, 2));
        w.times(factor).sum().backward();
        assertThat(w.gradient().toArray()).containsOnly(4);
        assertThat(factor.hasGradient()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factor.sum().backward())
                .withMessageContaining("no parameter");
    }

    @Test
    void anInferenceTapeRecordsNoPenalty() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        Tape tape = Tape.inference();
        Variable penalty = w.map(UnaryFunction.SQUARE).sum();
        Variable loss = penalty.plus(tape.constant(Tensor.scalar(1)));
        assertThat(loss.value().item()).isEqualTo(19);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.backward(loss))
                .withMessageContaining("recording");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tape.backward(penalty))
                .withMessageContaining("recording");
        assertThat(w.hasGradient()).isFalse();
    }

    @Test
    void dropoutOfParametersAloneHasNoGenerator() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        assertThat(VariableOps.dropout(w, 0)).isSameAs(w);
        assertThatIllegalStateException()
                .isThrownBy(() -> VariableOps.dropout(w, 0.5))
                .withMessageContainingAll("on no tape", "Tape.recording(rng)");
    }
}
