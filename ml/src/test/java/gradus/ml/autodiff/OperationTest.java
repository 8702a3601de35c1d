package gradus.ml.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.OperationCases.Case;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract that every operation keeps.
class OperationTest {

    /// How an input comes to an operation.
    private enum Way {
        /// Its numbers row after row.
        DENSE,
        /// The transpose of a parameter.
        TRANSPOSED,
        /// The inner columns of a wider parameter.
        COLUMNS,
        /// The inner rows of a longer parameter.
        ROWS;

        boolean fits(Tensor x) {
            return x.rank() >= (this == DENSE ? 0 : this == TRANSPOSED ? 2 : 1);
        }

        /// A parameter that holds the numbers of `x` where [#of] finds them.
        Variable parameter(Tensor x) {
            if (this == DENSE) {
                return Variable.parameter(x.copy());
            }
            if (this == TRANSPOSED) {
                return Variable.parameter(x.transpose().copy());
            }
            int axis = axis();
            Tensor wide =
                    Tensor.full(9, x.shape().withSize(axis, x.size(axis) + 3).sizes());
            TensorOps.copy(x, wide.slice(axis, 1, 1 + x.size(axis)), false);
            return Variable.parameter(wide);
        }

        Variable of(Variable x) {
            return switch (this) {
                case DENSE -> x;
                case TRANSPOSED -> x.transpose();
                case COLUMNS, ROWS -> x.slice(axis(), 1, x.shape().size(axis()) - 2);
            };
        }

        /// The gradient of what [#of] gives.
        Tensor inner(Tensor gradient) {
            return switch (this) {
                case DENSE -> gradient;
                case TRANSPOSED -> gradient.transpose();
                case COLUMNS, ROWS -> gradient.slice(axis(), 1, gradient.size(axis()) - 2);
            };
        }

        private int axis() {
            return this == COLUMNS ? -1 : 0;
        }
    }

    static Stream<Case> cases() {
        return OperationCases.all().stream();
    }

    @Test
    void everyOperationHasACase() {
        Set<Class<?>> tried = cases().map(Case::operation).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsThatOfDifferences(Case each) {
        List<double[]> slopes = slopes(each);
        for (Way way : Way.values()) {
            if (each.inputs().stream().anyMatch(way::fits)) {
                List<Way> ways = each.inputs().stream()
                        .map(x -> way.fits(x) ? way : Way.DENSE)
                        .toList();
                assertGradients(each, ways, slopes);
            }
        }
    }

    private static void assertGradients(Case each, List<Way> ways, List<double[]> slopes) {
        Tape tape = Tape.recording();
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            parameters.add(ways.get(i).parameter(each.inputs().get(i)));
        }
        tape.backward(loss(tape, each, ways, parameters));
        for (int i = 0; i < ways.size(); i++) {
            Tensor gradient = parameters.get(i).gradient();
            assertThat(gradient.shape()).isEqualTo(parameters.get(i).shape());
            Tensor inner = ways.get(i).inner(gradient).copy();
            assertThat(inner.shape()).isEqualTo(each.inputs().get(i).shape());
            double all = 0;
            for (float g : gradient.data()) {
                all += Math.abs(g);
            }
            for (int k = 0; k < inner.elementCount(); k++) {
                double slope = slopes.get(i)[k];
                assertThat((double) inner.data()[k])
                        .as("%s, input %d, number %d, %s", each, i, k, ways.get(i))
                        .isCloseTo(slope, within(1e-3 + 1e-2 * Math.abs(slope)));
                all -= Math.abs(inner.data()[k]);
            }
            // What a view leaves out has no part in the loss.
            assertThat(all).isCloseTo(0, within(1e-3));
        }
    }

    /// The outputs, weighted at random and summed.
    private static Variable loss(Tape tape, Case each, List<Way> ways, List<Variable> parameters) {
        Variable result = result(tape, each, ways, parameters);
        return result.times(tape.constant(weights(result))).sum();
    }

    private static Variable result(Tape tape, Case each, List<Way> ways, List<Variable> parameters) {
        List<Variable> inputs = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            inputs.add(ways.get(i).of(on(tape, parameters.get(i))));
        }
        return each.function().of(tape, inputs);
    }

    /// A parameter as a result, so that operations on it alone know their tape.
    private static Variable on(Tape tape, Variable parameter) {
        return tape.result(new Operation.Reshape(), parameter.value(), List.of(parameter));
    }

    private static Tensor weights(Variable result) {
        return Tensor.normal(Rng.of(11), 1, result.shape().sizes());
    }

    /// The slopes of the loss in each number of each input, by central differences.
    private static List<double[]> slopes(Case each) {
        float h = 1f / 128;
        var slopes = new ArrayList<double[]>();
        for (Tensor input : each.inputs()) {
            double[] slope = new double[input.elementCount()];
            for (int k = 0; k < slope.length; k++) {
                float middle = input.data()[k];
                input.data()[k] = middle + h;
                double above = value(each);
                input.data()[k] = middle - h;
                double below = value(each);
                input.data()[k] = middle;
                slope[k] = (above - below) / (2 * h);
            }
            slopes.add(slope);
        }
        return slopes;
    }

    private static double value(Case each) {
        Tape tape = Tape.inference();
        Variable result = each.function()
                .of(tape, each.inputs().stream().map(tape::constant).toList());
        float[] weights = weights(result).data();
        float[] numbers = result.value().toArray();
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += (double) weights[i] * numbers[i];
        }
        return sum;
    }

    private static List<Way> dense(Case each) {
        return each.inputs().stream().map(_ -> Way.DENSE).toList();
    }

    private static List<Variable> parameters(Case each) {
        return each.inputs().stream().map(x -> Variable.parameter(x.copy())).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOperationIsWhatTheResultWasComputedBy(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        if (each.operation() == Operation.Leaf.class) {
            assertThat(parameters.getFirst().operation).isInstanceOf(Operation.Leaf.class);
        } else {
            assertThat(result(tape, each, dense(each), parameters).operation).isInstanceOf(each.operation());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aParameterUsedByTwoResultsGetsTheSum(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        tape.backward(loss(tape, each, dense(each), parameters));
        List<Tensor> once = parameters.stream().map(p -> p.gradient().copy()).toList();
        parameters.forEach(Variable::clearGradient);
        tape.reset();

        List<Variable> inputs = parameters.stream().map(p -> on(tape, p)).toList();
        Variable first = each.function().of(tape, inputs);
        Variable second = each.function().of(tape, inputs);
        Variable weights = tape.constant(weights(first));
        tape.backward(
                first.times(weights).sum().plus(second.times(weights).times(-3).sum()));
        for (int i = 0; i < once.size(); i++) {
            assertClose(parameters.get(i).gradient(), once.get(i).affine(-2, 0), each);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardAddsUpUntilTheGradientIsCleared(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        Variable loss = loss(tape, each, dense(each), parameters);
        tape.backward(loss);
        List<Tensor> once = parameters.stream().map(p -> p.gradient().copy()).toList();
        tape.backward(loss);
        for (int i = 0; i < once.size(); i++) {
            assertClose(parameters.get(i).gradient(), once.get(i).affine(2, 0), each);
        }
        parameters.forEach(Variable::clearGradient);
        tape.backward(loss);
        for (int i = 0; i < once.size(); i++) {
            assertThat(parameters.get(i).gradient().toArray())
                    .isEqualTo(once.get(i).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void onlyWhatLearnsHasAGradientAndItIsTheSameWhateverElseLearns(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        tape.backward(loss(tape, each, dense(each), parameters));
        for (int i = 0; i < parameters.size(); i++) {
            tape.reset();
            List<Variable> inputs = new ArrayList<>();
            for (Tensor x : each.inputs()) {
                inputs.add(tape.constant(x));
            }
            Variable alone = Variable.parameter(each.inputs().get(i).copy());
            // An operation on one input needs a tape; of several, a parameter may be one as it is.
            inputs.set(i, inputs.size() == 1 ? on(tape, alone) : alone);
            Variable result = each.function().of(tape, inputs);
            tape.backward(result.times(tape.constant(weights(result))).sum());
            assertClose(alone.gradient(), parameters.get(i).gradient(), each);
            for (int k = 0; k < inputs.size(); k++) {
                assertThat(inputs.get(k).hasGradient()).isEqualTo(k == i && inputs.size() > 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOperationLeavesItsInputsAndItsResultAlone(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        Variable result = result(tape, each, dense(each), parameters);
        Tensor before = result.value().copy();
        tape.backward(result.times(tape.constant(weights(result))).sum());
        for (int i = 0; i < parameters.size(); i++) {
            assertThat(parameters.get(i).value().toArray())
                    .isEqualTo(each.inputs().get(i).toArray());
        }
        assertThat(result.value().toArray()).isEqualTo(before.toArray());
    }

    private static void assertClose(Tensor actual, Tensor expected, Case each) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.elementCount(); i++) {
            float wanted = expected.data()[i];
            assertThat(actual.data()[i])
                    .as("%s, number %d", each, i)
                    .isCloseTo(wanted, within(1e-5f + 1e-5f * Math.abs(wanted)));
        }
    }
}
