package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {

    private static final double NO_CLIPPING = Double.POSITIVE_INFINITY;

    /// An optimiser under its name in the fixture.
    record Case(String name, double rate, Function<Module, Optimiser> factory) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> optimisers() {
        return Stream.of(
                new Case("sgd 0.05 momentum 0.9", 0.05, Sgd.withMomentum()::optimiserFor),
                new Case("sgd 0.05", 0.05, Sgd.plain()::optimiserFor),
                new Case("adam 0.1", 0.1, Adam.defaults()::optimiserFor),
                new Case("adamw 0.1 decay 0.1", 0.1, new Adam(0.9, 0.99, 1e-8, 0.1, NO_CLIPPING)::optimiserFor));
    }

    /// The weights and biases that the fixture starts with.
    static Linear start() {
        return new Linear(
                Variable.parameter(Tensor.of(new float[] {0.5f, -1, 0.25f, 2, 0, -0.75f}, 2, 3)),
                Variable.parameter(Tensor.of(new float[] {0.1f, -0.2f, 0.3f}, 3)));
    }

    static void setGradient(Variable parameter, float... gradient) {
        Tape tape = Tape.recording();
        Tensor factors = Tensor.of(gradient, parameter.shape().sizes());
        tape.backward(parameter.times(tape.constant(factors)).sum());
    }

    /// The gradients of the fixture.
    private static float[] gradient(int n, int step, int sign) {
        float[] gradient = new float[n];
        for (int i = 0; i < n; i++) {
            gradient[i] = sign * ((7 * i + 5 * step) % 16 - 6) / 8f;
        }
        return gradient;
    }

    private static void setGradient(Linear model, int step) {
        setGradient(model.weight(), gradient(6, step, 1));
        setGradient(model.bias(), gradient(3, step, -1));
    }

    static float[] weights(Linear model) {
        float[] all = Arrays.copyOf(model.weight().value().toArray(), 9);
        System.arraycopy(model.bias().value().toArray(), 0, all, 6, 3);
        return all;
    }

    private static double[][] recorded(String name) throws IOException {
        try (var in = OptimiserTest.class.getResourceAsStream("optimisers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals(name))
                    .skip(1)
                    .limit(10)
                    .map(line -> Arrays.stream(line.split(" "))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void tenStepsMatchPyTorch(Case each) throws IOException {
        Linear model = start();
        Optimiser optimiser = each.factory.apply(model);
        int step = 0;
        for (double[] expected : recorded(each.name)) {
            setGradient(model, step++);
            optimiser.step(each.rate);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) weights(model)[i]).isCloseTo(expected[i], within(1e-6));
            }
        }
        assertThat(optimiser.steps()).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aParameterWithoutAGradientIsUnchanged(Case each) {
        Linear model = start();
        Optimiser optimiser = each.factory.apply(model);
        setGradient(model.bias(), 1, -1, 1);
        optimiser.step(0.1);
        assertThat(model.weight().value().toArray())
                .isEqualTo(start().weight().value().toArray());
        assertThat(model.bias().value().toArray())
                .isNotEqualTo(start().bias().value().toArray());
        assertThat(model.bias().hasGradient()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void nonFiniteGradientsThrowAndChangeNothing(Case each) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            Linear model = start();
            Optimiser optimiser = each.factory.apply(model);
            setGradient(model.bias(), 1, bad, 1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> optimiser.step(0.1))
                    .withMessageContaining("the gradients are not finite: their norm is " + (double) bad);
            assertThat(weights(model)).isEqualTo(weights(start()));
            assertThat(optimiser.steps()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void anOptimiserWithRestoredStateContinuesIdentically(Case each) {
        Linear model = start();
        Optimiser optimiser = each.factory.apply(model);
        Linear other = start();
        Optimiser restored = each.factory.apply(other);
        for (int step = 0; step < 6; step++) {
            if (step == 3) {
                Checkpoint.of(model).restore(other);
                optimiser
                        .state()
                        .forEach((name, tensor) -> System.arraycopy(
                                tensor.data(), 0, restored.state().get(name).data(), 0, tensor.elementCount()));
                restored.resumeAt(optimiser.steps());
            }
            setGradient(model, step);
            optimiser.step(0.1);
            if (step >= 3) {
                setGradient(other, step);
                restored.step(0.1);
            }
        }
        assertThat(weights(other)).isEqualTo(weights(model));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void learningRateZeroChangesNoParameter(Case each) {
        Linear model = start();
        Optimiser optimiser = each.factory.apply(model);
        for (int step = 0; step < 3; step++) {
            setGradient(model, step);
            optimiser.step(0);
        }
        assertThat(weights(model)).isEqualTo(weights(start()));
        assertThat(optimiser.steps()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void aStepBetweenForwardAndBackwardIsNoticed(Case each) {
        Linear model = start();
        Optimiser optimiser = each.factory.apply(model);
        Variable loss = model.weight().times(model.weight()).sum();
        setGradient(model, 1);
        optimiser.step(0.1);
        assertThatIllegalStateException().isThrownBy(loss::backward).withMessageContaining("was changed after");
        Variable next = model.weight().times(model.weight()).sum();
        Checkpoint.of(model).restore(model);
        assertThatIllegalStateException().isThrownBy(next::backward).withMessageContaining("was changed after");
    }

    @Test
    void theFirstAdamStepHasTheLengthOfTheLearningRateForAnyGradient() {
        Linear model = start();
        Optimiser optimiser = Adam.defaults().optimiserFor(model);
        float[] before = model.weight().value().toArray();
        setGradient(model.weight(), 1e-3f, -1, 1e3f, -1e5f, 7, 0);
        optimiser.step(0.01);
        float[] after = model.weight().value().toArray();
        int[] signs = {1, -1, 1, -1, 1, 0};
        for (int i = 0; i < 6; i++) {
            assertThat((double) (before[i] - after[i])).isCloseTo(0.01 * signs[i], within(2e-7));
        }
    }

    @Test
    void adamWeightDecayIsDecoupledFromTheGradient() {
        float[][] decayed = new float[2][];
        for (int i = 0; i < 2; i++) {
            float size = i == 0 ? 1 : 1000;
            Linear with = start();
            Linear without = start();
            Optimiser decaying = new Adam(0.9, 0.99, 1e-8, 0.5, NO_CLIPPING).optimiserFor(with);
            Optimiser plain = new Adam(0.9, 0.99, 1e-8, 0, NO_CLIPPING).optimiserFor(without);
            for (Linear model : List.of(with, without)) {
                setGradient(model.weight(), size, size, -size, size, size, -size);
            }
            decaying.step(0.1);
            plain.step(0.1);
            decayed[i] = without.weight().value().minus(with.weight().value()).toArray();
        }
        float[] w = start().weight().value().toArray();
        for (int i = 0; i < 6; i++) {
            assertThat(decayed[0][i]).isCloseTo(decayed[1][i], within(1e-6f)).isCloseTo(0.05f * w[i], within(1e-6f));
        }
    }

    @Test
    void onlyParametersWithTwoAxesDecay() {
        for (Function<Module, Optimiser> decaying : List.<Function<Module, Optimiser>>of(
                new Adam(0.9, 0.99, 1e-8, 0.5, NO_CLIPPING)::optimiserFor,
                new Sgd(0.9, 0.5, NO_CLIPPING)::optimiserFor)) {
            Linear model = start();
            setGradient(model.weight(), new float[6]);
            setGradient(model.bias(), new float[3]);
            decaying.apply(model).step(0.1);
            assertThat(model.bias().value().toArray())
                    .isEqualTo(start().bias().value().toArray());
            assertThat(model.weight().value().get(1, 0)).isCloseTo(2 * 0.95f, within(1e-6f));
        }
    }

    @Test
    void aViewOfALargerArrayIsRejectedAsParameter() {
        Tensor view = Tensor.zeros(4, 3).slice(0, 0, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sgd.plain().optimiserFor(Linear.of(view)))
                .withMessageContaining("\"weight\" of shape (2, 3)");
    }
}
