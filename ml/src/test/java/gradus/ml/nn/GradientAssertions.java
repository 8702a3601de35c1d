package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.Collection;
import java.util.function.Function;

/// Gradient check: gradients from backpropagation against central finite differences of the loss.
final class GradientAssertions {

    /// A power of two, so that adding it causes little rounding error.
    private static final float STEP = 0x1p-7f;

    private static final int MAX_CHECKED = 8;

    private GradientAssertions() {}

    /// Asserts that the gradients of `loss` match finite differences, for some elements of each parameter.
    /// All tapes have the same random seed.
    static void assertMatchFiniteDifferences(Collection<Variable> parameters, Function<Tape, Variable> loss) {
        parameters.forEach(Variable::clearGradient);
        Tape tape = tape();
        tape.backward(loss.apply(tape));
        for (Variable parameter : parameters) {
            float[] gradient = parameter.gradient().toArray();
            float[] values = parameter.value().data();
            for (int i = 0; i < values.length; i += 1 + (values.length - 1) / MAX_CHECKED) {
                float original = values[i];
                values[i] = original + STEP;
                double above = loss.apply(tape()).value().item();
                values[i] = original - STEP;
                double below = loss.apply(tape()).value().item();
                values[i] = original;
                assertThat((double) gradient[i])
                        .as("derivative with respect to element %d of shape %s", i, parameter.shape())
                        .isCloseTo((above - below) / (2 * STEP), within(1e-3 * (1 + Math.abs(gradient[i]))));
            }
        }
    }

    /// The gradient of `loss` with respect to `parameter`.
    static float[] gradient(Variable parameter, Function<Tape, Variable> loss) {
        parameter.clearGradient();
        Tape tape = tape();
        tape.backward(loss.apply(tape));
        return parameter.gradient().toArray();
    }

    /// A parameter as a result on a tape, for operations that need an operand with a tape.
    static Variable onTape(Tape tape, Variable parameter) {
        return tape.constant(Tensor.zeros(parameter.shape().sizes())).plus(parameter);
    }

    private static Tape tape() {
        return Tape.recording(Rng.of(5));
    }
}
