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

/// The contract that every layer keeps.
class LayerTest {

    private static final int WIDTH = 6;

    /// A layer that takes rows of `WIDTH` numbers.
    ///
    /// @param outputs how many numbers a row becomes
    /// @param leastRank 1 if it takes a single row, 3 if it takes a batch of sequences only
    /// @param anyWidth whether it takes rows of another width as well
    record Case(String name, Function<Rng, Layer> of, int outputs, int leastRank, boolean anyWidth) {

        Layer layer() {
            return of.apply(Rng.of(1));
        }

        /// The shapes that it takes.
        List<int[]> shapes() {
            return Stream.of(new int[] {WIDTH}, new int[] {3, WIDTH}, new int[] {2, 3, WIDTH})
                    .filter(shape -> shape.length >= leastRank)
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
            cases.add(new Case("Activation " + function, _ -> new Activation(function), WIDTH, 1, true));
        }
        cases.add(new Case("Linear", rng -> Linear.of(WIDTH, 4, rng), 4, 1, false));
        cases.add(new Case("Sequential", rng -> Sequential.mlp(rng, UnaryFunction.TANH, WIDTH, 5, 3), 3, 1, false));
        cases.add(new Case("LayerNorm", LayerTest::norm, WIDTH, 1, false));
        cases.add(new Case("Dropout", _ -> new Dropout(0.4), WIDTH, 1, true));
        cases.add(new Case("Block", LayerTest::block, WIDTH, 3, false));
        return cases.stream();
    }

    private static Layer norm(Rng rng) {
        return new LayerNorm(
                Variable.parameter(Tensor.normal(rng, 1, WIDTH)), Variable.parameter(Tensor.normal(rng, 1, WIDTH)));
    }

    private static Layer block(Rng rng) {
        return new Block(
                2,
                LayerNorm.of(WIDTH),
                Linear.of(WIDTH, 3 * WIDTH, rng),
                Linear.of(WIDTH, WIDTH, rng),
                LayerNorm.of(WIDTH),
                Linear.of(WIDTH, 4 * WIDTH, rng),
                Linear.of(4 * WIDTH, WIDTH, rng),
                new Dropout(0.2));
    }

    /// Numbers from 0.5 to 2.5, where every activation has a slope.
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
    void gradientsOfInputsAndParametersAreThoseOfDifferences(Case each) {
        for (int[] shape : each.shapes()) {
            Layer layer = each.layer();
            Variable x = Variable.parameter(input(shape));
            var learned = new ArrayList<>(layer.parameters().values());
            learned.add(x);
            Slopes.agree(learned, tape -> {
                Variable y = layer.forward(Slopes.on(tape, x));
                Tensor weights = Tensor.normal(Rng.of(3), 1, y.shape().sizes());
                return y.times(tape.constant(weights)).sum();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatBecomesOfARowDependsOnNoOther(Case each) {
        Layer layer = each.layer();
        Tape tape = Tape.inference();
        int[] shape = each.shapes().getLast();
        Tensor x = input(shape);
        float[] together = output(tape, layer, x);
        int rows = together.length / shape[0];
        for (int row = 0; row < shape[0]; row++) {
            assertThat(output(tape, layer, x.slice(0, row, row + 1)))
                    .isEqualTo(Arrays.copyOfRange(together, row * rows, (row + 1) * rows));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void anotherWidthIsRefusedWithBothShapes(Case each) {
        for (int[] shape : each.shapes()) {
            Layer layer = each.layer();
            int[] wrong = shape.clone();
            wrong[shape.length - 1] = WIDTH + 1;
            Variable x = Tape.inference().constant(input(wrong));
            if (each.anyWidth) {
                assertThat(layer.forward(x).shape()).isEqualTo(x.shape());
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> layer.forward(x))
                        .withMessageContaining("" + x.shape())
                        .withMessageMatching("(?s).*\\(" + WIDTH + "(, \\d+)?\\).*");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void fewerAxesThanItNeedsAreRefused(Case each) {
        int[] few = new int[each.leastRank - 1];
        Arrays.fill(few, WIDTH);
        Variable x = Tape.inference().constant(input(few));
        if (!each.anyWidth) {
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
    void everyParameterMattersToTheOutput(Case each) {
        Layer layer = each.layer();
        Tensor x = input(each.shapes().getLast());
        float[] before = output(Tape.inference(), layer, x);
        layer.parameters().forEach((name, parameter) -> {
            float[] kept = parameter.value().toArray();
            for (int i = 0; i < kept.length; i++) {
                parameter.value().data()[i] += 0.25f + 0.5f * (i % 3);
            }
            assertThat(output(Tape.inference(), layer, x)).as(name).isNotEqualTo(before);
            System.arraycopy(kept, 0, parameter.value().data(), 0, kept.length);
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
    void aRecordingTapeGivesTheSameBitsAsASilentOneButWhereChanceIs(Case each) {
        Tensor x = input(each.shapes().getLast());
        float[] silent = output(Tape.inference(), each.layer(), x);
        float[] recorded = output(Tape.recording(Rng.of(9)), each.layer(), x);
        boolean chance = each.name.equals("Dropout") || each.name.equals("Block");
        assertThat(Arrays.equals(silent, recorded)).isEqualTo(!chance);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void whatWasComputedBeforeOnATapeChangesNothing(Case each) {
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
