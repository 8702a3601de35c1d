package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.Collection;
import java.util.function.Function;

/// Gradients, held against the differences of a loss.
final class Slopes {

    /// A power of two, so that little is lost in adding it.
    private static final float STEP = 0x1p-7f;

    private static final int MOST = 8;

    private Slopes() {}

    /// Sees to it that the gradients of `loss` are how it moves when a parameter does, in some numbers
    /// of each. The loss is computed on tapes that all have the same chance.
    static void agree(Collection<Variable> parameters, Function<Tape, Variable> loss) {
        parameters.forEach(Variable::clearGradient);
        Tape tape = tape();
        tape.backward(loss.apply(tape));
        for (Variable parameter : parameters) {
            float[] gradient = parameter.gradient().toArray();
            float[] numbers = parameter.value().data();
            for (int i = 0; i < numbers.length; i += 1 + (numbers.length - 1) / MOST) {
                float kept = numbers[i];
                numbers[i] = kept + STEP;
                double above = loss.apply(tape()).value().item();
                numbers[i] = kept - STEP;
                double below = loss.apply(tape()).value().item();
                numbers[i] = kept;
                assertThat((double) gradient[i])
                        .as("slope in number %d of shape %s", i, parameter.shape())
                        .isCloseTo((above - below) / (2 * STEP), within(1e-3 * (1 + Math.abs(gradient[i]))));
            }
        }
    }

    /// The gradient of `loss` in `parameter`.
    static float[] of(Variable parameter, Function<Tape, Variable> loss) {
        parameter.clearGradient();
        Tape tape = tape();
        tape.backward(loss.apply(tape));
        return parameter.gradient().toArray();
    }

    /// A parameter on a tape, as a result that any operation takes.
    static Variable on(Tape tape, Variable parameter) {
        return tape.constant(Tensor.zeros(parameter.shape().sizes())).plus(parameter);
    }

    private static Tape tape() {
        return Tape.recording(Rng.of(5));
    }
}
