package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Behaviour of single modules, beyond the contract of layers.
class ModulesTest {

    @Test
    void parameterNamesStartWithTheIndexOfTheLayer() {
        Sequential model = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 2, 3, 4);
        assertThat(model.parameters().keySet()).containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(model.parameterCount()).isEqualTo(2 * 3 + 3 + 3 * 4 + 4);
    }

    @Test
    void aSharedLayerIsListedOnceAndItsGradientSumsBothUses() {
        Linear shared = Linear.of(3, 3, Rng.of(1));
        Sequential model = Sequential.of(shared, new Activation(UnaryFunction.TANH), shared);
        assertThat(model.parameters().keySet()).containsExactly("0.weight", "0.bias");
        assertThat(model.parameterCount()).isEqualTo(12);
        Variable x = Variable.parameter(Tensor.normal(Rng.of(2), 1, 2, 3));
        GradientAssertions.assertMatchFiniteDifferences(
                model.parameters().values(),
                tape -> model.forward(GradientAssertions.onTape(tape, x)).sum());
    }

    @Test
    void anMlpHasAnActivationAfterEachLinearLayerButTheLast() {
        Sequential model = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 2, 3, 3, 1);
        assertThat(model.layers().stream().map(Object::getClass).toList())
                .isEqualTo(List.of(Linear.class, Activation.class, Linear.class, Activation.class, Linear.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 2))
                .withMessageContaining("got 1 sizes");
    }

    @Test
    void anEmbeddingReturnsTheRequestedRowsAndOnlyThoseGetGradients() {
        Embedding embedding = Embedding.of(5, 3, 1, Rng.of(1));
        Tensor table = embedding.table().value();
        Tape tape = Tape.recording();
        Variable rows = embedding.forward(tape, new int[] {4, 1, 4});
        assertThat(rows.shape().sizes()).containsExactly(3, 3);
        for (int j = 0; j < 3; j++) {
            assertThat(rows.value().get(0, j)).isEqualTo(table.get(4, j));
            assertThat(rows.value().get(1, j)).isEqualTo(table.get(1, j));
        }
        tape.backward(rows.sum());
        assertThat(embedding.table().gradient().sum(1).toArray()).containsExactly(0, 3, 0, 0, 6);
        GradientAssertions.assertMatchFiniteDifferences(embedding.parameters().values(), other -> {
            Variable taken = embedding.forward(other, new int[] {4, 1, 4});
            return taken.times(taken).sum();
        });
        assertThatThrownBy(() -> embedding.forward(tape, new int[] {0, 5}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("row 5 at index 1 is out of range: the table has 5 rows");
    }

    @Test
    void layerNormGivesMeanZeroAndVarianceOneAtAnyScale() {
        LayerNorm norm = LayerNorm.of(8);
        for (float size : new float[] {1e-1f, 1, 1e4f}) {
            Tensor x = Tensor.normal(Rng.of(1), size, 1, 8).affine(1, 3 * size);
            float[] y = norm.forward(Tape.inference().constant(x)).value().toArray();
            double mean = 0;
            double square = 0;
            for (float each : y) {
                mean += each / 8;
                square += (double) each * each / 8;
            }
            assertThat(mean).isCloseTo(0, within(1e-5));
            assertThat(square).isCloseTo(1, within(3e-3));
        }
    }

    @Test
    void layerNormOfAConstantRowIsTheBiasAndHasNoGradient() {
        float[] sizes = {0, 1e-30f, 0.1f, 7.3f, -10_000.7f, 1_000_001.3f, 1.2345678e8f, 3e30f, 3e38f};
        for (int n : new int[] {1, 3, 7, 10, 16, 100, 768}) {
            for (float size : sizes) {
                LayerNorm norm = LayerNorm.of(n);
                norm.bias().value().set(0.5f, n - 1);
                Variable x = Variable.parameter(Tensor.full(size, 2, n));
                Variable y = norm.forward(x);
                assertThat(y.value().toArray())
                        .isEqualTo(norm.bias().value().broadcastTo(x.shape()).toArray());
                y.sum().backward();
                // Equal gradients cancel, up to the rounding error of their mean.
                double scale = 1 / Math.sqrt(1e-5);
                for (float derivative : x.gradient().toArray()) {
                    assertThat((double) derivative).isCloseTo(0, within(1e-6 * scale));
                }
            }
        }
    }

    @Test
    void layerNormIsTheSameForRowsOfEverySize() {
        for (float size : new float[] {1, 1e10f, 1e18f, 1e20f, 1e30f, 5e37f}) {
            Variable x = Variable.parameter(Tensor.of(new float[] {-size, size, -3 * size, 3 * size}, 1, 4));
            Variable y = LayerNorm.of(4).forward(x);
            double[] expected = {-1 / Math.sqrt(5), 1 / Math.sqrt(5), -3 / Math.sqrt(5), 3 / Math.sqrt(5)};
            for (int i = 0; i < 4; i++) {
                assertThat((double) y.value().get(0, i)).isCloseTo(expected[i], within(2e-6));
            }
            y.slice(1, 0, 1).sum().backward();
            // (1 − 1/4 − 1/20) / √5 times 1/size
            assertThat((double) x.gradient().get(0, 0) * size).isCloseTo(0.7 / Math.sqrt(5), within(2e-6));
        }
    }

    @Test
    void layerNormOfNearlyEqualNumbersSeesTheirDifferences() {
        int n = 100;
        Tensor x = Tensor.full(1_000_000, 1, n);
        for (int i = 0; i < n; i++) {
            x.set(1_000_000 + (i % 2 == 0 ? 2 : -2), 0, i);
        }
        float[] y = LayerNorm.of(n).forward(Variable.parameter(x)).value().toArray();
        for (int i = 0; i < n; i++) {
            assertThat(y[i]).isCloseTo(i % 2 == 0 ? 1 : -1, within(1e-5f));
        }
    }

    @Test
    void dropoutDropsTheGivenFractionAndScalesTheRest() {
        int n = 20_000;
        Tape tape = Tape.recording(Rng.of(1));
        float[] y = new Dropout(0.3)
                .forward(tape.constant(Tensor.full(1, n)))
                .value()
                .toArray();
        int dropped = 0;
        for (float each : y) {
            assertThat(each).isIn(0f, (float) (1 / 0.7));
            dropped += each == 0 ? 1 : 0;
        }
        // Within five standard deviations of a binomial distribution.
        assertThat(dropped / (double) n).isCloseTo(0.3, within(5 * Math.sqrt(0.3 * 0.7 / n)));
    }

    @Test
    void dropoutPassesGradientsOnlyToKeptElements() {
        Variable x = Variable.parameter(Tensor.full(1, 40));
        Tape tape = Tape.recording(Rng.of(1));
        Variable y = new Dropout(0.5).forward(GradientAssertions.onTape(tape, x));
        float[] kept = y.value().toArray();
        tape.backward(y.sum());
        assertThat(x.gradient().toArray()).isEqualTo(kept);
        assertThat(kept).contains(0f, 2f);
    }

    @Test
    void dropoutDoesNothingAtRateZeroAndNeedsAGeneratorOtherwise() {
        Tape without = Tape.recording();
        Variable x = without.constant(Tensor.full(1, 4));
        assertThat(new Dropout(0).forward(x)).isSameAs(x);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Dropout(0.1).forward(x))
                .withMessageContaining("recording(rng)");
        for (double rate : new double[] {-0.1, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Dropout(rate))
                    .withMessageContaining("got " + rate);
        }
    }

    @Test
    void parametersOfShapesThatDoNotFitAreRejected() {
        Variable two = Variable.parameter(Tensor.zeros(2, 3));
        Variable one = Variable.parameter(Tensor.zeros(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Linear(two, one))
                .withMessageContainingAll("(2, 3)", "(2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Linear.of(Tensor.zeros(3)))
                .withMessageContaining("(3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerNorm(one, Variable.parameter(Tensor.zeros(3))))
                .withMessageContainingAll("(2)", "(3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerNorm(two, two))
                .withMessageContaining("(2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Embedding(one))
                .withMessageContaining("(2)");
    }

    @Test
    void aLinearLayerMultipliesByTheWeightsAndAddsTheBias() {
        Linear layer = new Linear(
                Variable.parameter(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3)),
                Variable.parameter(Tensor.of(new float[] {10, 20, 30}, 3)));
        Tensor x = Tensor.of(new float[] {1, -1, 0, 2}, 2, 2);
        assertThat(layer.forward(Tape.inference().constant(x)).value().toArray())
                .containsExactly(7, 17, 27, 18, 30, 42);
    }
}
