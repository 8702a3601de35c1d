package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.Reductions;
import gradus.ml.tensor.Tensor;
import java.util.Collection;
import java.util.SequencedMap;

/// Changes parameters along their gradients, so that the loss becomes less.
public interface Optimiser {

    /// One step, with this learning rate; the gradients start from 0 again. Parameters without a gradient
    /// stay as they are.
    ///
    /// @throws IllegalStateException if a gradient is not finite; then nothing is changed
    void step(double learningRate);

    /// What it remembers from step to step, by name, for a checkpoint: views, which can be written to.
    SequencedMap<String, Tensor> state();

    /// How many steps were made.
    long steps();

    /// Goes on from step `steps`, with a memory that was restored.
    void resumeAt(long steps);

    /// The length of all gradients taken as one vector.
    static double gradientNorm(Collection<Variable> parameters) {
        double squares = 0;
        for (Variable parameter : parameters) {
            if (parameter.hasGradient()) {
                squares += Reductions.sumOfSquares(
                        parameter.gradient().data(), 0, parameter.shape().elementCount());
            }
        }
        return Math.sqrt(squares);
    }

    /// The factor that shortens the gradients to a norm of `maxNorm` at most, and keeps their direction: R.
    /// Pascanu, T. Mikolov and Y. Bengio, 2013.
    ///
    /// @throws IllegalStateException if the gradients are not finite
    static double clipFactor(Collection<Variable> parameters, double maxNorm) {
        double norm = gradientNorm(parameters);
        if (!Double.isFinite(norm)) {
            throw new IllegalStateException("the gradients are not finite, their norm is " + norm
                    + "; lower the learning rate, and look for NaN among the data");
        }
        return Math.min(1, maxNorm / (norm + 1e-12));
    }
}
