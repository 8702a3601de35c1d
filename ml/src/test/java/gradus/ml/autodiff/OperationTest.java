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

/// The contract of every operation.
class OperationTest {

    /// Memory layout of an input.
    private enum Layout {
        /// Contiguous.
        CONTIGUOUS,
        /// The transpose of a parameter.
        TRANSPOSED,
        /// The inner columns of a wider parameter.
        COLUMNS,
        /// The inner rows of a longer parameter.
        ROWS;

        boolean fits(Tensor x) {
            return x.rank() >= (this == CONTIGUOUS ? 0 : this == TRANSPOSED ? 2 : 1);
        }

        /// A parameter that contains the elements of `x` where [#of] finds them.
        Variable parameter(Tensor x) {
            if (this == CONTIGUOUS) {
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
                case CONTIGUOUS -> x;
                case TRANSPOSED -> x.transpose();
                case COLUMNS, ROWS -> x.slice(axis(), 1, x.shape().size(axis()) - 2);
            };
        }

        /// The gradient of what [#of] gives.
        Tensor inner(Tensor gradient) {
            return switch (this) {
                case CONTIGUOUS -> gradient;
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
    void everyOperationIsTested() {
        Set<Class<?>> tried = cases().map(Case::operation).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrder(Operation.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientMatchesFiniteDifferences(Case each) {
        List<double[]> derivatives = derivatives(each);
        for (Layout layout : Layout.values()) {
            if (each.inputs().stream().anyMatch(layout::fits)) {
                List<Layout> layouts = each.inputs().stream()
                        .map(x -> layout.fits(x) ? layout : Layout.CONTIGUOUS)
                        .toList();
                assertGradients(each, layouts, derivatives);
            }
        }
    }

    private static void assertGradients(Case each, List<Layout> layouts, List<double[]> derivatives) {
        Tape tape = Tape.recording();
        List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            parameters.add(layouts.get(i).parameter(each.inputs().get(i)));
        }
        tape.backward(loss(tape, each, layouts, parameters));
        for (int i = 0; i < layouts.size(); i++) {
            Tensor gradient = parameters.get(i).gradient();
            assertThat(gradient.shape()).isEqualTo(parameters.get(i).shape());
            Tensor inner = layouts.get(i).inner(gradient).copy();
            assertThat(inner.shape()).isEqualTo(each.inputs().get(i).shape());
            double all = 0;
            for (float g : gradient.data()) {
                all += Math.abs(g);
            }
            for (int k = 0; k < inner.elementCount(); k++) {
                double derivative = derivatives.get(i)[k];
                assertThat((double) inner.data()[k])
                        .as("%s, input %d, element %d, %s", each, i, k, layouts.get(i))
                        .isCloseTo(derivative, within(1e-3 + 1e-2 * Math.abs(derivative)));
                all -= Math.abs(inner.data()[k]);
            }
            // The loss does not depend on elements outside the view.
            assertThat(all).isCloseTo(0, within(1e-3));
        }
    }

    /// The outputs, weighted at random and summed.
    private static Variable loss(Tape tape, Case each, List<Layout> layouts, List<Variable> parameters) {
        Variable result = result(tape, each, layouts, parameters);
        return result.times(tape.constant(weights(result))).sum();
    }

    private static Variable result(Tape tape, Case each, List<Layout> layouts, List<Variable> parameters) {
        List<Variable> inputs = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            inputs.add(layouts.get(i).of(on(tape, parameters.get(i))));
        }
        return each.function().of(tape, inputs);
    }

    /// A parameter as a result on a tape, for operations on it alone.
    private static Variable on(Tape tape, Variable parameter) {
        return tape.result(new Operation.Reshape(), parameter.value(), List.of(parameter));
    }

    private static Tensor weights(Variable result) {
        return Tensor.normal(Rng.of(11), 1, result.shape().sizes());
    }

    /// The derivatives of the loss with respect to each element of each input, by central differences.
    private static List<double[]> derivatives(Case each) {
        float h = 1f / 128;
        var derivatives = new ArrayList<double[]>();
        for (Tensor input : each.inputs()) {
            double[] derivative = new double[input.elementCount()];
            for (int k = 0; k < derivative.length; k++) {
                float middle = input.data()[k];
                input.data()[k] = middle + h;
                double above = value(each);
                input.data()[k] = middle - h;
                double below = value(each);
                input.data()[k] = middle;
                derivative[k] = (above - below) / (2 * h);
            }
            derivatives.add(derivative);
        }
        return derivatives;
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

    private static List<Layout> contiguous(Case each) {
        return each.inputs().stream().map(_ -> Layout.CONTIGUOUS).toList();
    }

    private static List<Variable> parameters(Case each) {
        return each.inputs().stream().map(x -> Variable.parameter(x.copy())).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResultKnowsItsOperation(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        if (each.operation() == Operation.Leaf.class) {
            assertThat(parameters.getFirst().operation).isInstanceOf(Operation.Leaf.class);
        } else {
            assertThat(result(tape, each, contiguous(each), parameters).operation)
                    .isInstanceOf(each.operation());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aParameterUsedTwiceGetsTheSumOfTheGradients(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        tape.backward(loss(tape, each, contiguous(each), parameters));
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
    void gradientsAccumulateUntilCleared(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        Variable loss = loss(tape, each, contiguous(each), parameters);
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
    void onlyParametersGetGradientsAndEachIsIndependentOfTheOthers(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        tape.backward(loss(tape, each, contiguous(each), parameters));
        for (int i = 0; i < parameters.size(); i++) {
            tape.reset();
            List<Variable> inputs = new ArrayList<>();
            for (Tensor x : each.inputs()) {
                inputs.add(tape.constant(x));
            }
            Variable alone = Variable.parameter(each.inputs().get(i).copy());
            inputs.set(i, alone);
            Variable result = each.function().of(tape, inputs);
            tape.backward(result.times(tape.constant(weights(result))).sum());
            assertClose(alone.gradient(), parameters.get(i).gradient(), each);
            for (int k = 0; k < inputs.size(); k++) {
                assertThat(inputs.get(k).hasGradient()).isEqualTo(k == i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backwardChangesNeitherInputsNorResult(Case each) {
        Tape tape = Tape.recording();
        List<Variable> parameters = parameters(each);
        Variable result = result(tape, each, contiguous(each), parameters);
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
            float expectedElement = expected.data()[i];
            assertThat(actual.data()[i])
                    .as("%s, element %d", each, i)
                    .isCloseTo(expectedElement, within(1e-5f + 1e-5f * Math.abs(expectedElement)));
        }
    }
}
