package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.Reductions;
import gradus.ml.tensor.Tensor;
import java.util.Collection;
import java.util.SequencedMap;

/// Optimiser: updates the parameters of a model from their gradients, so that the loss decreases
/// (`torch.optim.Optimizer`). Create one with [Sgd#optimiserFor] or [Adam#optimiserFor].
public interface Optimiser {

    /// One update of the parameters, after gradient clipping; then clears the gradients (`step` and
    /// `zero_grad` in PyTorch). Parameters without a gradient are left unchanged.
    ///
    /// @param learningRate finite, at least 0; with 0, no parameter changes
    /// @throws IllegalArgumentException if the learning rate is negative or not finite; nothing has changed
    ///     then
    /// @throws IllegalStateException if a gradient is not finite, or too large for the arithmetic of the
    ///     method; nothing has changed then
    void step(double learningRate);

    /// Optimiser state by name, such as momentum buffers, for a checkpoint (`state_dict`). These are the
    /// tensors themselves, not copies: a write to one changes the state.
    SequencedMap<String, Tensor> state();

    /// Number of steps made so far.
    long steps();

    /// Sets the number of steps made so far, after [#state] was restored from a checkpoint.
    ///
    /// @throws IllegalArgumentException if it is negative
    void resumeAt(long steps);

    /// Global gradient norm: the Euclidean norm of all gradients, taken as one vector. Finite for all finite
    /// gradients.
    static double gradientNorm(Collection<Variable> parameters) {
        double squares = 0;
        for (Variable parameter : parameters) {
            if (parameter.hasGradient()) {
                squares += sumOfSquares(parameter.gradient().data());
            }
        }
        return Math.sqrt(squares);
    }

    /// Gradient clipping by norm: the factor, at most 1, that scales the global gradient norm down to
    /// `maxNorm` and keeps the direction (`clip_grad_norm_` in PyTorch).
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural
    /// networks", 2013.
    ///
    /// @param norm the global gradient norm, see [#gradientNorm]
    /// @param maxNorm greater than 0
    /// @throws IllegalArgumentException if `maxNorm` is 0, negative or NaN
    /// @throws IllegalStateException if the gradients are not finite
    static double clipFactor(double norm, double maxNorm) {
        Require.maxGradientNorm(maxNorm);
        if (!Double.isFinite(norm)) {
            throw new IllegalStateException("the gradients are not finite: their norm is " + norm
                    + "; lower the learning rate, or check the data for NaN");
        }
        return norm <= maxNorm ? 1 : maxNorm / norm;
    }

    private static double sumOfSquares(float[] x) {
        double squares = Reductions.sumOfSquares(x, 0, x.length);
        if (squares > 1e-30 && squares < Float.MAX_VALUE) {
            return squares;
        }
        // Squares beyond the range of a float are within that of a double.
        squares = 0;
        for (float each : x) {
            squares += (double) each * each;
        }
        return squares;
    }
}
