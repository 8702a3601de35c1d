package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import gradus.ml.autodiff.OperationCases.Case;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A tensor that is changed between the forward and the backward pass.
class SavedTensorsTest {

    private static final String CHANGED = "was changed after the forward pass";

    static Stream<Case> cases() {
        return OperationCases.all().stream();
    }

    /// The gradients of all inputs if `change` comes between the passes; null if that is refused.
    private static List<float[]> gradients(Case each, Change change) {
        Tape tape = Tape.recording();
        List<Variable> parameters =
                each.inputs().stream().map(x -> Variable.parameter(x.copy())).toList();
        Variable result = each.function().of(tape, parameters);
        Tensor weights = Tensor.normal(Rng.of(11), 1, result.shape().sizes());
        Variable loss = result.times(result.constant(weights)).sum();
        change.of(parameters, result);
        try {
            loss.backward();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining(CHANGED);
            assertThat(parameters).noneMatch(Variable::hasGradient);
            return null;
        }
        return parameters.stream().map(p -> p.gradient().toArray()).toList();
    }

    private interface Change {
        void of(List<Variable> inputs, Variable result);
    }

    private static void disturb(Tensor x) {
        for (int i = 0; i < x.elementCount(); i++) {
            x.reshape(-1).set(100 + i, i);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aChangedTensorIsRefusedOrMakesNoDifference(Case each) {
        List<float[]> expected = gradients(each, (_, _) -> {});
        for (int i = 0; i <= each.inputs().size(); i++) {
            int changed = i;
            List<float[]> actual = gradients(
                    each,
                    (inputs, result) -> disturb((changed < inputs.size() ? inputs.get(changed) : result).value()));
            if (actual != null) {
                for (int k = 0; k < expected.size(); k++) {
                    assertThat(actual.get(k)).as("%s, input %d", each, k).isEqualTo(expected.get(k));
                }
            }
        }
    }

    @Test
    void everyWayToWriteIsNoticed() {
        Tensor other = Tensor.full(2, 2, 2);
        List<Consumer<Tensor>> writes = List.of(
                w -> w.set(9, 1, 1),
                w -> w.transpose().set(9, 0, 1),
                w -> w.slice(0, 1, 2).reshape(2).set(9, 0),
                w -> TensorOps.copy(other, w, false),
                w -> TensorOps.affine(w, 2, 0, w, false),
                w -> TensorOps.map(UnaryFunction.EXP, w, w),
                w -> TensorOps.zip(gradus.ml.kernel.BinaryFunction.PLUS, w, other, w, false),
                w -> TensorOps.matmul(other, other, w, true),
                w -> TensorOps.sumTo(other, w, true),
                w -> TensorOps.max(Tensor.zeros(2, 1, 2), w.slice(1, 0, 1)),
                w -> {
                    w.data()[0] = 7;
                    w.incrementVersion();
                });
        for (int i = 0; i < writes.size(); i++) {
            Variable w = Variable.parameter(Tensor.full(3, 2, 2));
            Variable loss = w.times(w).sum();
            writes.get(i).accept(w.value());
            assertThatIllegalStateException()
                    .as("write %d", i)
                    .isThrownBy(loss::backward)
                    .withMessageContainingAll("(2, 2)", CHANGED, "compute the loss again");
        }
    }

    @Test
    void readingIsNotAChange() {
        Variable w = Variable.parameter(Tensor.full(3, 2, 2));
        Variable loss = w.times(w).sum();
        w.value().get(0, 1);
        w.value().toArray();
        w.value().copy().set(9, 0, 0);
        w.value().transpose().reshape(4).plus(w.value().reshape(4)).set(9, 0);
        w.value().data();
        loss.backward();
        assertThat(w.gradient().toArray()).containsOnly(6);
    }

    @Test
    void aChangedViewOfAParameterIsNoticedThroughTheParameter() {
        Variable w = Variable.parameter(Tensor.full(3, 2, 3));
        Tape tape = Tape.recording();
        Variable loss = w.transpose()
                .matmul(tape.constant(Tensor.full(1, 2, 2)).times(w.slice(1, 0, 2)))
                .sum();
        w.value().set(4, 0, 0);
        assertThatIllegalStateException().isThrownBy(loss::backward).withMessageContaining(CHANGED);
    }

    @Test
    void aChangedBatchIsNoticed() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        Tape tape = Tape.recording();
        Tensor batch = Tensor.full(1, 2);
        Variable loss = w.times(tape.constant(batch)).sum();
        batch.set(5, 0);
        assertThatIllegalStateException().isThrownBy(() -> tape.backward(loss)).withMessageContaining(CHANGED);
    }

    @Test
    void afterARefusalTheNextLossHasTheRightGradient() {
        Variable w = Variable.parameter(Tensor.full(3, 2));
        Variable other = Variable.parameter(Tensor.full(2, 2));
        Tape tape = Tape.recording();
        Variable x = tape.constant(Tensor.full(1, 2));
        Variable loss = w.times(w).plus(other.times(x)).sum();
        w.value().set(5, 0);
        assertThatIllegalStateException().isThrownBy(() -> tape.backward(loss));
        assertThat(w.hasGradient() || other.hasGradient()).isFalse();
        tape.backward(w.times(w).plus(other.times(x)).sum());
        assertThat(w.gradient().toArray()).containsExactly(10, 6);
        assertThat(other.gradient().toArray()).containsExactly(1, 1);
    }

    @Test
    void whatAnOperationWasToldIsKeptAsACopy() {
        Variable w = Variable.parameter(Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
        Tensor mask = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
        Tensor targets = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
        int[] rows = {0, 1};
        int[] axes = {1, 0};
        Variable loss = VariableOps.where(mask, w, w.times(2))
                .sum()
                .plus(w.gather(0, rows).transpose(axes).slice(0, 0, 1).sum())
                .plus(VariableOps.crossEntropy(w, rows))
                .plus(VariableOps.binaryCrossEntropy(w, targets));
        Variable same = Variable.parameter(w.value().copy());
        VariableOps.where(mask.copy(), same, same.times(2))
                .sum()
                .plus(same.gather(0, 0, 1).transpose(1, 0).slice(0, 0, 1).sum())
                .plus(VariableOps.crossEntropy(same, new int[] {0, 1}))
                .plus(VariableOps.binaryCrossEntropy(same, targets.copy()))
                .backward();
        disturb(mask);
        disturb(targets);
        Arrays.fill(rows, 1);
        axes[0] = 0;
        loss.backward();
        assertThat(w.gradient().toArray()).isEqualTo(same.gradient().toArray());
    }
}
