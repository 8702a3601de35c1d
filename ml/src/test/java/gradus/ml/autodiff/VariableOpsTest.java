package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.kernel.Threads;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VariableOpsTest {

    @FunctionalInterface
    private interface Function {
        Variable of(Tape tape, List<Variable> inputs);
    }

    private static Tensor normal(long seed, int... shape) {
        return Tensor.normal(Rng.of(seed), 1, shape);
    }

    @Test
    void linearEqualsMatmulPlusBias() {
        for (int[] shape : new int[][] {{5, 3}, {2, 4, 3}, {1, 3}}) {
            assertSame(
                    (_, in) -> VariableOps.linear(in.get(0), in.get(1), in.get(2)),
                    (_, in) -> in.get(0).matmul(in.get(1)).plus(in.get(2)),
                    normal(1, shape),
                    normal(2, 3, 4),
                    normal(3, 4));
        }
    }

    @Test
    void softmaxEqualsExpOverTheSum() {
        assertSame((_, in) -> in.get(0).softmax(), (_, in) -> softmax(in.get(0)), normal(4, 2, 3, 19));
    }

    private static Variable softmax(Variable x) {
        Variable e = x.map(UnaryFunction.EXP);
        return e.dividedBy(e.sum(-1));
    }

    @Test
    void layerNormEqualsCentringOverTheStandardDeviation() {
        assertSame(
                (_, in) -> VariableOps.layerNorm(in.get(0), in.get(1), in.get(2), 1e-3f),
                (_, in) -> {
                    Variable centred = in.get(0).minus(in.get(0).mean(-1));
                    Variable standardDeviation = centred.map(UnaryFunction.SQUARE)
                            .mean(-1)
                            .plus(1e-3f)
                            .map(UnaryFunction.SQRT);
                    return centred.dividedBy(standardDeviation).times(in.get(1)).plus(in.get(2));
                },
                normal(5, 2, 3, 19),
                normal(6, 19),
                normal(7, 19));
    }

    @Test
    void crossEntropyEqualsTheMeanNegativeLogLikelihood() {
        int[] targets = {2, -1, 0, 4, -1, 4};
        assertSame(
                (_, in) -> VariableOps.crossEntropy(in.get(0), targets),
                (tape, in) -> {
                    Tensor chosen = Tensor.zeros(6, 5);
                    for (int i = 0; i < targets.length; i++) {
                        if (targets[i] >= 0) {
                            chosen.set(-0.25f, i, targets[i]);
                        }
                    }
                    return softmax(in.get(0))
                            .map(UnaryFunction.LOG)
                            .times(tape.constant(chosen))
                            .sum();
                },
                normal(8, 6, 5));
    }

    @Test
    void selfAttentionEqualsMatmulsAndSoftmax() {
        int b = 2;
        int t = 5;
        int c = 6;
        int heads = 2;
        assertSame(
                (_, in) -> VariableOps.causalSelfAttention(in.get(0), heads),
                (tape, in) -> {
                    Variable q = head(in.get(0), 0, b, t, c, heads);
                    Variable k = head(in.get(0), c, b, t, c, heads);
                    Variable v = head(in.get(0), 2 * c, b, t, c, heads);
                    Tensor mask = Tensor.zeros(t, t);
                    for (int i = 0; i < t; i++) {
                        for (int j = i + 1; j < t; j++) {
                            mask.set(-50, i, j);
                        }
                    }
                    float scale = (float) Math.sqrt((double) heads / c);
                    Variable scores = q.matmul(k.transpose()).times(scale).plus(tape.constant(mask));
                    return softmax(scores).matmul(v).transpose(0, 2, 1, 3).reshape(b, t, c);
                },
                normal(9, b, t, 3 * c));
    }

    private static Variable head(Variable qkv, int from, int b, int t, int c, int heads) {
        return qkv.slice(-1, from, from + c).reshape(b, t, heads, c / heads).transpose(0, 2, 1, 3);
    }

    private static void assertSame(Function fused, Function composed, Tensor... inputs) {
        float[][] one = valueAndGradients(fused, inputs);
        float[][] other = valueAndGradients(composed, inputs);
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).hasSameSizeAs(other[i]);
            for (int k = 0; k < one[i].length; k++) {
                assertThat(one[i][k]).as("%d, %d", i, k).isCloseTo(other[i][k], within(2e-5f));
            }
        }
    }

    private static float[][] valueAndGradients(Function function, Tensor... inputs) {
        Tape tape = Tape.recording();
        List<Variable> parameters =
                Arrays.stream(inputs).map(x -> Variable.parameter(x.copy())).toList();
        Variable result =
                function.of(tape, parameters.stream().map(p -> on(tape, p)).toList());
        tape.backward(
                result.times(tape.constant(normal(99, result.shape().sizes()))).sum());
        float[][] all = new float[inputs.length + 1][];
        all[0] = result.value().toArray();
        for (int i = 0; i < inputs.length; i++) {
            all[i + 1] = parameters.get(i).gradient().toArray();
        }
        return all;
    }

    private static Variable on(Tape tape, Variable parameter) {
        return tape.result(new Operation.Reshape(), parameter.value(), List.of(parameter));
    }

    @Test
    void crossEntropyOfLargeLogitsIsFinite() {
        Tensor logits = Tensor.of(new float[] {1e4f, -1e4f, 0, -1e4f, 1e4f, 0}, 2, 3);
        float[][] wrong = valueAndGradients((_, in) -> VariableOps.crossEntropy(in.get(0), new int[] {1, 0}), logits);
        assertThat(wrong[0]).containsExactly(2e4f);
        for (float derivative : wrong[1]) {
            assertThat(derivative).isFinite();
        }
        float[][] right = valueAndGradients((_, in) -> VariableOps.crossEntropy(in.get(0), new int[] {0, 1}), logits);
        assertThat(right[0]).containsExactly(0);
    }

    @Test
    void crossEntropyOfEqualLogitsIsTheLogarithmOfTheNumberOfClasses() {
        Tape tape = Tape.inference();
        for (int classes : new int[] {1, 2, 10, 1000}) {
            Variable logits = tape.constant(Tensor.zeros(3, classes));
            assertThat((double) VariableOps.crossEntropy(logits, new int[] {0, classes - 1, 0})
                            .value()
                            .item())
                    .isCloseTo(Math.log(classes), within(1e-6));
        }
    }

    @Test
    void rowsWithTargetMinusOneAreIgnored() {
        Tensor logits = normal(10, 3, 4);
        for (int j = 0; j < 4; j++) {
            logits.set(j == 2 ? Float.NaN : 1e30f, 1, j);
        }
        float[][] all = valueAndGradients((_, in) -> VariableOps.crossEntropy(in.get(0), new int[] {1, -1, 2}), logits);
        float[][] two = valueAndGradients(
                (_, in) -> VariableOps.crossEntropy(VariableOps.concat(0, in.get(0), in.get(1)), new int[] {1, 2}),
                logits.slice(0, 0, 1),
                logits.slice(0, 2, 3));
        assertThat(all[0]).isEqualTo(two[0]);
        assertThat(Arrays.copyOfRange(all[1], 0, 4)).isEqualTo(two[1]);
        assertThat(Arrays.copyOfRange(all[1], 4, 8)).containsOnly(0);
        assertThat(Arrays.copyOfRange(all[1], 8, 12)).isEqualTo(two[2]);

        float[][] none =
                valueAndGradients((_, in) -> VariableOps.crossEntropy(in.get(0), new int[] {-1, -1, -1}), logits);
        assertThat(none[0]).containsExactly(0);
        assertThat(none[1]).containsOnly(0);
    }

    @Test
    void attentionIsCausal() {
        int t = 9;
        Tensor qkv = normal(11, 2, t, 24);
        Tape tape = Tape.inference();
        Tensor before =
                VariableOps.causalSelfAttention(tape.constant(qkv), 2).value().copy();
        for (int k = 1; k < t; k++) {
            Tensor changed = qkv.copy();
            TensorOps.copy(normal(12, 2, t - k, 24), changed.slice(1, k, t), false);
            Tensor after =
                    VariableOps.causalSelfAttention(tape.constant(changed), 2).value();
            assertThat(after.slice(1, 0, k).toArray())
                    .isEqualTo(before.slice(1, 0, k).toArray());
            assertThat(after.slice(1, k, t).toArray())
                    .isNotEqualTo(before.slice(1, k, t).toArray());
        }
    }

    @Test
    void theResultForARowDependsOnNoOtherRow() {
        Tape tape = Tape.inference();
        Variable w = tape.constant(normal(13, 8, 12));
        Variable b = tape.constant(normal(14, 12));
        Variable gain = tape.constant(normal(15, 8));
        List<UnaryOperator<Variable>> operations = List.of(
                x -> x.map(UnaryFunction.GELU),
                x -> x.affine(2, 1),
                x -> x.times(gain),
                Variable::softmax,
                Variable::max,
                x -> x.sum(-1),
                x -> x.matmul(w),
                x -> VariableOps.linear(x, w, b),
                x -> VariableOps.layerNorm(x, gain, gain, 1e-5f),
                x -> VariableOps.causalSelfAttention(VariableOps.linear(x, w, b), 2));
        for (UnaryOperator<Variable> operation : operations) {
            Tensor x = normal(16, 6, 5, 8);
            Tensor before = operation.apply(tape.constant(x)).value().copy();
            for (int row = 0; row < 6; row++) {
                Tensor changed = normal(17, 6, 5, 8);
                TensorOps.copy(x.slice(0, row, row + 1), changed.slice(0, row, row + 1), false);
                Tensor after = operation.apply(tape.constant(changed)).value();
                float[] expected = before.slice(0, row, row + 1).toArray();
                assertThat(after.slice(0, row, row + 1).toArray()).isEqualTo(expected);

                float[] alone = operation
                        .apply(tape.constant(x.slice(0, row, row + 1)))
                        .value()
                        .toArray();
                for (int i = 0; i < alone.length; i++) {
                    assertThat(alone[i]).isCloseTo(expected[i], within(2e-5f));
                }
            }
        }
    }

    @Test
    void oneThreadAndManyGiveTheSameBits() {
        var step = new TrainingStep(4);
        Tape tape = Tape.recording();
        float[] many = step.run(tape);
        assertThat(Threads.singleThreaded(() -> step.run(tape))).isEqualTo(many);
        assertThat(many).doesNotContain(Float.NaN);
    }

    @Test
    void wrongShapesAreRejectedWithTheShapes() {
        Tape tape = Tape.recording();
        Variable x = tape.constant(normal(18, 2, 3));
        Variable w = Variable.parameter(normal(19, 4, 5));
        Variable b = Variable.parameter(normal(20, 4));
        assertRejected(() -> VariableOps.linear(x, w, b), "(2, 3)", "(4, 5)", "(4)");
        assertRejected(() -> VariableOps.linear(tape.constant(normal(21, 2, 4)), w, b), "(2, 4)", "(4, 5)", "(4)");
        assertRejected(() -> VariableOps.layerNorm(x, b, b, 1), "(2, 3)", "(4)");
        assertRejected(() -> VariableOps.concat(0, x, w), "(2, 3)", "(4, 5)");
        assertRejected(() -> VariableOps.concat(1, x, b), "(2, 3)", "(4)");
        assertRejected(() -> VariableOps.gather(tape, b, new int[] {0}), "(4)");
        assertRejected(() -> VariableOps.crossEntropy(x, new int[] {1}), "(2, 3)", "2", "1");
        assertRejected(() -> VariableOps.crossEntropy(x, new int[] {1, 3}), "target 3", "index 1");
        assertRejected(() -> VariableOps.crossEntropy(x, new int[] {-2, 0}), "target -2", "index 0");
        assertRejected(() -> VariableOps.causalSelfAttention(x, 1), "(2, 3)");
        assertRejected(
                () -> VariableOps.causalSelfAttention(tape.constant(normal(22, 1, 2, 12)), 3), "(1, 2, 12)", "3 heads");
        assertRejected(
                () -> VariableOps.causalSelfAttention(tape.constant(normal(22, 1, 2, 12)), 0), "(1, 2, 12)", "0 heads");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> VariableOps.gather(tape, w, new int[] {0, 4}))
                .withMessageContainingAll("row 4", "index 1", "4 rows");
    }

    private static void assertRejected(ThrowingCallable call, String... words) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContainingAll(words);
    }
}
