package gradus.ml.nn;

import static gradus.ml.nn.OptimiserTest.setGradient;
import static gradus.ml.nn.OptimiserTest.start;
import static gradus.ml.nn.OptimiserTest.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The global gradient norm, and clipping by it.
class GradientClippingTest {

    @Test
    void clippingKeepsTheDirectionAndBoundsTheGlobalNorm() {
        Linear model = start();
        Linear unclipped = start();
        for (Linear each : List.of(model, unclipped)) {
            setGradient(each.weight(), 3, 0, 0, 0, -12, 0);
            setGradient(each.bias(), 0, 4, 0);
        }
        assertThat(Optimiser.gradientNorm(model.parameters().values())).isCloseTo(13, within(1e-6));
        new Sgd(0, 0, 2).optimiserFor(model).step(1);
        new Sgd(0, 0, 20).optimiserFor(unclipped).step(1);
        float[] clippedMove = weights(model);
        float[] far = weights(unclipped);
        float[] from = weights(start());
        for (int i = 0; i < 9; i++) {
            assertThat(clippedMove[i] - from[i]).isCloseTo((far[i] - from[i]) * 2 / 13, within(1e-6f));
        }
        assertThat(far[0] - from[0]).isEqualTo(-3);
    }

    @Test
    void aSharedParameterCountsOnceInTheGradientNorm() {
        Linear shared = start();
        Sequential model = Sequential.of(shared, shared);
        setGradient(shared.bias(), 3, 4, 0);
        new Sgd(0, 0, 5).optimiserFor(model).step(1);
        assertThat(shared.bias().value().get(0)).isCloseTo(0.1f - 3, within(1e-6f));
    }

    @ParameterizedTest
    @ValueSource(floats = {1e-40f, 1e-30f, 1e-15f, 1, 1e15f, 1e25f, 5e37f})
    void theNormAndTheFactorAreRightForGradientsOfEverySize(float size) {
        Linear model = start();
        setGradient(model.weight(), 3 * size, 0, 0, 0, -4 * size, 0);
        double norm = Optimiser.gradientNorm(model.parameters().values());
        assertThat(norm).isCloseTo(5 * (double) size, within(1e-5 * size));
        assertThat(Optimiser.clipFactor(norm, norm / 2)).isEqualTo(0.5);
        assertThat(Optimiser.clipFactor(norm, norm)).isEqualTo(1);
        assertThat(Optimiser.clipFactor(norm, Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 1e15f, 1e25f, 5e37f})
    void aClippedStepHasTheSameLengthForGradientsOfEverySize(float size) {
        Linear model = start();
        setGradient(model.weight(), 3 * size, 0, 0, 0, -4 * size, 0);
        new Sgd(0.9, 0, 1).optimiserFor(model).step(0.1);
        assertMoved(model, -0.06, 0.08);

        Linear other = start();
        setGradient(other.weight(), 3 * size, 0, 0, 0, -4 * size, 0);
        new Adam(0.9, 0.999, 1e-8, 0, 1).optimiserFor(other).step(0.1);
        assertMoved(other, -0.1, 0.1);
    }

    private static void assertMoved(Linear model, double first, double fifth) {
        float[] moved = model.weight().value().minus(start().weight().value()).toArray();
        assertThat((double) moved[0]).isCloseTo(first, within(1e-6));
        assertThat((double) moved[4]).isCloseTo(fifth, within(1e-6));
    }

    @Test
    void aManyTimesHugeGradientHasAFiniteNorm() {
        Variable w = Variable.parameter(Tensor.zeros(40_000));
        w.times(w.constant(Tensor.full(Float.MAX_VALUE, 40_000))).sum().backward();
        assertThat(Optimiser.gradientNorm(List.of(w)) / Float.MAX_VALUE).isCloseTo(200, within(1e-9));
        assertThat(Optimiser.gradientNorm(List.of())).isZero();
    }

    @Test
    void adamRejectsGradientsWhoseSquaresOverflowAndChangesNothing() {
        Linear model = start();
        Optimiser adam = Adam.defaults().optimiserFor(model);
        setGradient(model.bias(), 1, 1e25f, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> adam.step(0.1))
                .withMessageContainingAll("too large for Adam", "at most 1.84", "clip them");
        assertThat(weights(model)).isEqualTo(weights(start()));
        assertThat(adam.steps()).isZero();
        assertThat(adam.state().get("bias.square").toArray()).containsOnly(0);
        model.bias().clearGradient();
        setGradient(model.bias(), 1, 1.8e19f, 1);
        adam.step(0.1);
        assertThat((double) model.bias().value().get(1)).isCloseTo(-0.2 - 0.1, within(1e-6));
    }
}
