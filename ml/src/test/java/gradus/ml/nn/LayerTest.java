package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.transformer.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of every layer.
class LayerTest {

    private static final int FEATURES = 6;

    /// A layer for rows of `FEATURES` elements.
    ///
    /// @param outputs number of outputs for a row
    /// @param minRank minimum rank of the input: 1 for a single row, 3 for a batch of sequences
    /// @param anySize whether it accepts rows of any size
    record Case(String name, Function<Rng, Layer> of, int outputs, int minRank, boolean anySize) {

        Layer layer() {
            return of.apply(Rng.of(1));
        }

        /// The input shapes to test.
        List<int[]> shapes() {
            return Stream.of(new int[] {FEATURES}, new int[] {3, FEATURES}, new int[] {2, 3, FEATURES})
                    .filter(shape -> shape.length >= minRank)
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> layers() {
        var cases = new ArrayList<Case>();
        for (UnaryFunction function : UnaryFunction.values()) {
            cases.add(new Case("Activation " + function, _ -> new Activation(function), FEATURES, 1, true));
        }
        cases.add(new Case("Linear", rng -> Linear.of(FEATURES, 4, rng), 4, 1, false));
        cases.add(new Case("Sequential", rng -> Sequential.mlp(rng, UnaryFunction.TANH, FEATURES, 5, 3), 3, 1, false));
        cases.add(new Case("LayerNorm", LayerTest::norm, FEATURES, 1, false));
        cases.add(new Case("Dropout", _ -> new Dropout(0.4), FEATURES, 1, true));
        cases.add(new Case("Block", LayerTest::block, FEATURES, 3, false));
        return cases.stream();
    }

    private static Layer norm(Rng rng) {
        return new LayerNorm(
                Variable.parameter(Tensor.normal(rng, 1, FEATURES)),
                Variable.parameter(Tensor.normal(rng, 1, FEATURES)));
    }

    private static Layer block(Rng rng) {
        return new Block(
                2,
                LayerNorm.of(FEATURES),
                Linear.of(FEATURES, 3 * FEATURES, rng),
                Linear.of(FEATURES, FEATURES, rng),
                LayerNorm.of(FEATURES),
                Linear.of(FEATURES, 4 * FEATURES, rng),
                Linear.of(4 * FEATURES, FEATURES, rng),
                new Dropout(0.2));
    }

    /// Numbers from 0.5 to 2.5, where every activation function is differentiable.
    private static Tensor input(int... shape) {
        return Initialisation.uniform(Rng.of(2), 1, shape).affine(1, 1.5f);
    }

    private static float[] output(Tape tape, Layer layer, Tensor x) {
        return layer.forward(tape.constant(x)).value().toArray();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theLastAxisBecomesTheOutputsAndTheOthersStay(Case each) {
        for (int[] shape : each.shapes()) {
            int[] expected = shape.clone();
            expected[shape.length - 1] = each.outputs;
            Variable y = each.layer().forward(Tape.inference().constant(input(shape)));
            assertThat(y.shape().sizes()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsOfInputsAndParametersMatchFiniteDifferences(Case each) {
        for (int[] shape : each.shapes()) {
            Layer layer = each.layer();
            Variable x = Variable.parameter(input(shape));
            var parameters = new ArrayList<>(layer.parameters().values());
            parameters.add(x);
            GradientAssertions.assertMatchFiniteDifferences(parameters, tape -> {
                Variable y = layer.forward(GradientAssertions.onTape(tape, x));
                Tensor weights = Tensor.normal(Rng.of(3), 1, y.shape().sizes());
                return y.times(tape.constant(weights)).sum();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theOutputForARowDependsOnNoOtherRow(Case each) {
        Layer layer = each.layer();
        Tape tape = Tape.inference();
        int[] shape = each.shapes().getLast();
        Tensor x = input(shape);
        float[] whole = output(tape, layer, x);
        int rows = whole.length / shape[0];
        for (int row = 0; row < shape[0]; row++) {
            assertThat(output(tape, layer, x.slice(0, row, row + 1)))
                    .isEqualTo(Arrays.copyOfRange(whole, row * rows, (row + 1) * rows));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void anEmptyBatchGivesAnEmptyOutputAndZeroGradients(Case each) {
        for (int[] empty : new int[][] {{0, FEATURES}, {0, 3, FEATURES}, {2, 0, FEATURES}}) {
            if (empty.length >= each.minRank) {
                Layer layer = each.layer();
                Variable x = Variable.parameter(Tensor.zeros(empty));
                Tape tape = Tape.recording(Rng.of(1));
                Variable y = layer.forward(GradientAssertions.onTape(tape, x));
                empty[empty.length - 1] = each.outputs;
                assertThat(y.shape().sizes()).isEqualTo(empty);
                tape.backward(y.sum());
                assertThat(x.gradient().shape()).isEqualTo(x.shape());
                layer.parameters()
                        .values()
                        .forEach(parameter ->
                                assertThat(parameter.gradient().toArray()).containsOnly(0));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aNaNReachesItsOwnRowAndNoOther(Case each) {
        Layer layer = each.layer();
        Tape tape = Tape.inference();
        int[] shape = each.shapes().getLast();
        float[] whole = output(tape, layer, input(shape));
        int rowSize = whole.length / shape[0];
        for (int i = 0; i < FEATURES; i++) {
            Tensor x = input(shape);
            x.set(Float.NaN, 1, shape[1] - 1, i);
            float[] y = output(tape, layer, x);
            assertThat(Arrays.copyOf(y, rowSize)).isEqualTo(Arrays.copyOf(whole, rowSize));
            assertThat(Arrays.copyOfRange(y, rowSize, 2 * rowSize)).contains(Float.NaN);
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aWrongNumberOfFeaturesIsRejectedWithBothShapes(Case each) {
        for (int[] shape : each.shapes()) {
            Layer layer = each.layer();
            int[] wrong = shape.clone();
            wrong[shape.length - 1] = FEATURES + 1;
            Variable x = Tape.inference().constant(input(wrong));
            if (each.anySize) {
                assertThat(layer.forward(x).shape()).isEqualTo(x.shape());
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> layer.forward(x))
                        .withMessageContaining("" + x.shape())
                        .withMessageMatching("(?s).*\\(" + FEATURES + "(, \\d+)?\\).*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void tooFewAxesAreRejected(Case each) {
        int[] few = new int[each.minRank - 1];
        Arrays.fill(few, FEATURES);
        Variable x = Tape.inference().constant(input(few));
        if (!each.anySize) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> each.layer().forward(x))
                    .withMessageContaining("" + x.shape());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void parametersHaveNamesAndEachIsListedOnceInTheSameOrder(Case each) {
        Layer layer = each.layer();
        var parameters = layer.parameters();
        assertThat(parameters.values()).doesNotHaveDuplicates();
        assertThat(layer.parameters().values()).containsExactlyElementsOf(parameters.values());
        assertThat(each.layer().parameters().keySet()).containsExactlyElementsOf(parameters.keySet());
        assertThat(parameters.keySet()).allMatch(name -> name.matches("([a-z0-9]+\\.)*[a-z]+"));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theOutputDependsOnEveryParameter(Case each) {
        Layer layer = each.layer();
        Tensor x = input(each.shapes().getLast());
        float[] before = output(Tape.inference(), layer, x);
        layer.parameters().forEach((name, parameter) -> {
            float[] original = parameter.value().toArray();
            for (int i = 0; i < original.length; i++) {
                parameter.value().data()[i] += 0.25f + 0.5f * (i % 3);
            }
            assertThat(output(Tape.inference(), layer, x)).as(name).isNotEqualTo(before);
            System.arraycopy(original, 0, parameter.value().data(), 0, original.length);
        });
    }

    @ParameterizedTest
    @MethodSource("layers")
    void theSameSeedGivesTheSameBits(Case each) {
        Tensor x = input(each.shapes().getLast());
        float[] once = output(Tape.recording(Rng.of(9)), each.layer(), x);
        assertThat(output(Tape.recording(Rng.of(9)), each.layer(), x)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aRecordingTapeGivesTheSameBitsAsAnInferenceTapeExceptWithDropout(Case each) {
        Tensor x = input(each.shapes().getLast());
        float[] inferred = output(Tape.inference(), each.layer(), x);
        float[] recorded = output(Tape.recording(Rng.of(9)), each.layer(), x);
        boolean hasDropout = each.name.equals("Dropout") || each.name.equals("Block");
        assertThat(Arrays.equals(inferred, recorded)).isEqualTo(!hasDropout);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void earlierStepsOnATapeChangeNothing(Case each) {
        Layer layer = each.layer();
        Tensor x = input(each.shapes().getLast());
        Tape tape = Tape.inference();
        float[] first = output(tape, layer, x);
        tape.reset();
        output(tape, layer, x.affine(-3, 7));
        tape.reset();
        assertThat(output(tape, layer, x)).isEqualTo(first);
    }
}
