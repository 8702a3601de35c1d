package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {

    private static final float[] OUTPUTS = {0.5f, -1.5f, 2, 0, 3, 0.25f, -4, 1, -0.5f, -0.25f, 0.75f, 8};
    private static final Tensor TARGETS = Tensor.of(new float[] {1, 0, 0.25f, 1, 0, 1, 0, 0.5f, 1, 1, 0, 0}, 3, 4);

    /// A loss of outputs of shape `(3, 4)`, under its name in the fixture.
    record Case(String name, Function<Variable, Variable> loss) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> losses() {
        return Stream.of(
                new Case("crossEntropy", z -> Losses.crossEntropy(z, new int[] {2, 0, 1})),
                new Case("ignoring", z -> Losses.crossEntropy(z, new int[] {2, -1, 1})),
                new Case("binaryCrossEntropy", z -> Losses.binaryCrossEntropy(z, TARGETS)),
                new Case("meanSquaredError", z -> Losses.meanSquaredError(z, TARGETS)),
                new Case("huber", z -> Losses.huber(z, TARGETS, 1.25f)));
    }

    private static double[] recorded(String name) throws IOException {
        try (var in = LossesTest.class.getResourceAsStream("losses.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static Variable outputs() {
        return Variable.parameter(Tensor.of(OUTPUTS, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void valuesAndGradientsMatchPyTorch(Case each) throws IOException {
        double[] expected = recorded(each.name);
        Variable z = outputs();
        Tape tape = Tape.recording();
        Variable loss = each.loss.apply(GradientAssertions.onTape(tape, z));
        assertThat((double) loss.value().item()).isCloseTo(expected[0], within(1e-6 * expected[0]));
        tape.backward(loss);
        for (int i = 0; i < OUTPUTS.length; i++) {
            assertThat((double) z.gradient().toArray()[i]).isCloseTo(expected[1 + i], within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientsMatchFiniteDifferences(Case each) {
        // Shifted a little, so that no difference is exactly at the threshold of the Huber loss.
        Variable z = Variable.parameter(Tensor.of(OUTPUTS, 3, 4).plus(Initialisation.uniform(Rng.of(1), 0.2, 3, 4)));
        GradientAssertions.assertMatchFiniteDifferences(
                List.of(z), tape -> each.loss.apply(GradientAssertions.onTape(tape, z)));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void hugeOutputsGiveFiniteLossesAndGradients(Case each) {
        for (float size : new float[] {1e4f, -1e4f}) {
            Variable z = Variable.parameter(Tensor.of(OUTPUTS, 3, 4).affine(size, 0));
            Tape tape = Tape.recording();
            Variable loss = each.loss.apply(GradientAssertions.onTape(tape, z));
            assertThat(loss.value().item()).isFinite().isPositive();
            tape.backward(loss);
            for (float derivative : z.gradient().toArray()) {
                assertThat(derivative).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void outputsNearTheEndOfFloatGiveNoNaN(Case each) {
        for (float size : new float[] {1e37f, -2e37f}) {
            Variable z = Variable.parameter(Tensor.of(OUTPUTS, 3, 4).affine(size, 0));
            Variable loss = each.loss.apply(z);
            boolean fits = !each.name.equals("meanSquaredError");
            assertThat(loss.value().item() < Float.POSITIVE_INFINITY).isEqualTo(fits);
            loss.backward();
            for (float derivative : z.gradient().toArray()) {
                assertThat(derivative).isFinite();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aNaNAnywhereMakesTheLossNaNUnlessItsRowIsIgnored(Case each) {
        for (int i = 0; i < OUTPUTS.length; i++) {
            float[] outputs = OUTPUTS.clone();
            outputs[i] = Float.NaN;
            float loss = each.loss
                    .apply(Variable.parameter(Tensor.of(outputs, 3, 4)))
                    .value()
                    .item();
            boolean isIgnored = each.name.equals("ignoring") && i / 4 == 1;
            assertThat(Float.isNaN(loss)).as("NaN at index %d", i).isEqualTo(!isIgnored);
        }
    }

    @Test
    void infiniteOutputsCostWhatTheirLimitsCost() {
        float infinity = Float.POSITIVE_INFINITY;
        Variable z = Variable.parameter(Tensor.of(new float[] {infinity, -infinity}, 2));
        assertThat(Losses.binaryCrossEntropy(z, Tensor.of(new float[] {1, 0}, 2))
                        .value()
                        .item())
                .isEqualTo(0);
        assertThat(Losses.binaryCrossEntropy(z, Tensor.zeros(2)).value().item()).isEqualTo(infinity);
        assertThat(Losses.meanSquaredError(z, Tensor.zeros(2)).value().item()).isEqualTo(infinity);
        Variable huber = Losses.huber(z, Tensor.zeros(2), 3);
        assertThat(huber.value().item()).isEqualTo(infinity);
        huber.backward();
        assertThat(z.gradient().toArray()).containsExactly(1.5f, -1.5f);
    }

    @Test
    void aLossOfNoElementsIsRejectedUnlessRowsMayBeIgnored() {
        Variable z = Variable.parameter(Tensor.zeros(0, 4));
        Tensor none = Tensor.zeros(0, 4);
        List<Function<Variable, Variable>> losses = List.of(
                x -> Losses.binaryCrossEntropy(x, none),
                x -> Losses.meanSquaredError(x, none),
                x -> Losses.huber(x, none, 1));
        for (var loss : losses) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> loss.apply(z))
                    .withMessageContainingAll("at least 1", "(0, 4)");
        }
        assertThat(Losses.crossEntropy(z, new int[0]).value().item()).isZero();
    }

    @Test
    void targetsOfBinaryCrossEntropyAreProbabilities() {
        Variable z = Variable.parameter(Tensor.zeros(2));
        for (float bad : new float[] {-1, 1.5f, 2, Float.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Losses.binaryCrossEntropy(z, Tensor.of(new float[] {1, bad}, 2)))
                    .withMessageContaining("from 0 to 1, got " + bad + " at index 1; encode the two classes as 0");
        }
    }

    @Test
    void lossesOfConfidentPredictionsKeepTheirDigits() {
        // ln(1 + e⁻²⁰) and ln(1 + e⁻⁵⁰) from mpmath.log1p(mpmath.exp(-x))
        double[][] logitAndLoss = {{20, 2.0611536181902036e-9}, {50, 1.9287498479639178e-22}};
        for (double[] each : logitAndLoss) {
            Variable z = Variable.parameter(Tensor.full((float) each[0], 1));
            assertThat((double) Losses.binaryCrossEntropy(z, Tensor.full(1, 1))
                            .value()
                            .item())
                    .isCloseTo(each[1], within(1e-7 * each[1]));
        }
    }

    @Test
    void aConfidentWrongPredictionCostsTheDifferenceOfTheLogits() {
        Tape tape = Tape.inference();
        Variable z = tape.constant(Tensor.of(new float[] {1e4f, -1e4f}, 1, 2));
        assertThat(Losses.crossEntropy(z, new int[] {1}).value().item()).isEqualTo(2e4f);
        assertThat(Losses.crossEntropy(z, new int[] {0}).value().item()).isEqualTo(0f);
        Variable yes = tape.constant(Tensor.full(-1e4f, 1));
        assertThat(Losses.binaryCrossEntropy(yes, Tensor.full(1, 1)).value().item())
                .isEqualTo(1e4f);
    }

    @Test
    void equalLogitsGiveTheLogarithmOfTheNumberOfClasses() {
        for (int k : new int[] {2, 3, 10, 1000}) {
            Variable z = Tape.inference().constant(Tensor.zeros(2, k));
            float loss = Losses.crossEntropy(z, new int[] {0, k - 1}).value().item();
            assertThat((double) loss).isCloseTo(Math.log(k), within(1e-6));
        }
        Variable z = Tape.inference().constant(Tensor.zeros(3));
        float loss = Losses.binaryCrossEntropy(z, Tensor.zeros(3)).value().item();
        assertThat((double) loss).isCloseTo(Math.log(2), within(1e-7));
    }

    @Test
    void theGradientOfCrossEntropyIsTheProbabilityMinusOneAtTheTarget() {
        Variable z = outputs();
        int[] targets = {3, 1, 0};
        float[] p =
                GradientAssertions.onTape(Tape.inference(), z).softmax().value().toArray();
        float[] gradient = GradientAssertions.gradient(
                z, tape -> Losses.crossEntropy(GradientAssertions.onTape(tape, z), targets));
        for (int i = 0; i < p.length; i++) {
            double expected = (p[i] - (targets[i / 4] == i % 4 ? 1 : 0)) / 3.0;
            assertThat((double) gradient[i]).isCloseTo(expected, within(1e-7));
        }
    }

    @Test
    void theDerivativeOfBinaryCrossEntropyIsProbabilityMinusTargetEvenAtLogitZero() {
        Variable z = Variable.parameter(Tensor.zeros(2));
        Tensor targets = Tensor.of(new float[] {1, 0}, 2);
        float[] gradient = GradientAssertions.gradient(
                z, tape -> Losses.binaryCrossEntropy(GradientAssertions.onTape(tape, z), targets));
        assertThat(gradient).containsExactly(-0.25f, 0.25f);
    }

    @Test
    void binaryCrossEntropyEqualsCrossEntropyOfTwoClasses() {
        Tape tape = Tape.inference();
        for (float logit : new float[] {-3, -0.5f, 0, 2, 9}) {
            Variable two = tape.constant(Tensor.of(new float[] {0, logit}, 1, 2));
            Variable one = tape.constant(Tensor.full(logit, 1));
            for (int y = 0; y < 2; y++) {
                float binary = Losses.binaryCrossEntropy(one, Tensor.full(y, 1))
                        .value()
                        .item();
                float classes = Losses.crossEntropy(two, new int[] {y}).value().item();
                assertThat(binary).isCloseTo(classes, within(1e-6f));
            }
        }
    }

    @Test
    void theHuberDerivativeNeverExceedsDelta() {
        Variable z = Variable.parameter(Tensor.of(new float[] {100, -7, 0.5f, 0}, 4));
        float[] gradient = GradientAssertions.gradient(
                z, tape -> Losses.huber(GradientAssertions.onTape(tape, z), Tensor.zeros(4), 2));
        assertThat(gradient).containsExactly(0.5f, -0.5f, 0.125f, 0);
    }

    @Test
    void targetsOfAnotherShapeAreRejectedWithBothShapes() {
        Variable output = Tape.inference().constant(Tensor.zeros(4, 1));
        Tensor targets = Tensor.zeros(4);
        List<BiFunction<Variable, Tensor, Variable>> losses =
                List.of(Losses::binaryCrossEntropy, Losses::meanSquaredError, (z, y) -> Losses.huber(z, y, 1));
        for (var loss : losses) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> loss.apply(output, targets))
                    .withMessageContainingAll("(4, 1)", "(4)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.crossEntropy(output, new int[3]))
                .withMessageContainingAll("(4, 1)", "got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.crossEntropy(output, new int[] {0, 0, 1, 0}))
                .withMessageContainingAll("target 1 at index 2 is not a class index: expected 0 to 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.huber(output, Tensor.zeros(4, 1), 0))
                .withMessageContaining("got 0.0");
    }
}
