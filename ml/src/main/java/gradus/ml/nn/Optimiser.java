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
    /// @throws IllegalStateException if a gradient is not finite; nothing has changed then
    void step(double learningRate);

    /// Optimiser state by name, such as momentum buffers, for a checkpoint (`state_dict`). These are the
    /// tensors themselves, not copies: a write to one changes the state.
    SequencedMap<String, Tensor> state();

    /// Number of steps made so far.
    long steps();

    /// Sets the number of steps made so far, after [#state] was restored from a checkpoint.
    void resumeAt(long steps);

    /// Global gradient norm: the Euclidean norm of all gradients, taken as one vector.
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

    /// Gradient clipping by norm: the factor, at most 1, that scales the global gradient norm down to
    /// `maxNorm` and keeps the direction (`clip_grad_norm_` in PyTorch).
    ///
    /// Source: R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of training recurrent neural
    /// networks", 2013.
    ///
    /// @throws IllegalStateException if the gradients are not finite
    static double clipFactor(Collection<Variable> parameters, double maxNorm) {
        double norm = gradientNorm(parameters);
        if (!Double.isFinite(norm)) {
            throw new IllegalStateException("the gradients are not finite: their norm is " + norm
                    + "; lower the learning rate, or check the data for NaN");
        }
        return Math.min(1, maxNorm / (norm + 1e-12));
    }
}
