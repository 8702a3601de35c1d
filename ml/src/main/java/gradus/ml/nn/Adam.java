package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.OptimiserUpdates;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Adam: each weight has a step size of its own, from the mean of its gradients and of their squares.
///
/// With a decay it is AdamW: the decay is taken off the weights, and no part of the gradient. It applies to
/// matrices only, since biases and gains are few and mean something else.
///
/// Source: D. Kingma and J. Ba, "Adam", 2015; I. Loshchilov and F. Hutter, "Decoupled Weight Decay
/// Regularization", 2019.
///
/// @param beta1 how much of the mean gradient is kept at each step
/// @param beta2 how much of the mean square is kept
/// @param epsilon keeps the quotient finite
/// @param weightDecay which share of a weight is taken off at each step, times the rate
/// @param maxGradientNorm the most that the norm of all gradients may be; infinity for any
public record Adam(double beta1, double beta2, double epsilon, double weightDecay, double maxGradientNorm) {

    /// The settings of the paper: 0.9, 0.999 and 1e-8, without decay and clipping.
    public static Adam defaults() {
        return new Adam(0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
    }

    /// What transformers are trained with: 0.9, 0.99 and 1e-8, a decay of 0.1, and gradients clipped to
    /// norm 1.
    public static Adam forTransformers() {
        return new Adam(0.9, 0.99, 1e-8, 0.1, 1);
    }

    /// Learns the parameters of a module.
    public Optimiser optimiserFor(Module module) {
        SequencedMap<String, Variable> parameters = module.parameters();
        var state = new LinkedHashMap<String, Tensor>();
        parameters.forEach((name, parameter) -> {
            state.put(name + ".mean", Tensor.zeros(parameter.shape().sizes()));
            state.put(name + ".square", Tensor.zeros(parameter.shape().sizes()));
        });
        return new AbstractOptimiser(parameters) {
            // The corrections are for the betas that the kernel has, which are rounded: 1 − 0.999 would differ.
            @Override
            void update(String name, Variable parameter, double gradientScale, double learningRate) {
                double decays = parameter.shape().rank() > 1 ? weightDecay : 0;
                OptimiserUpdates.adam(
                        parameter.value().data(),
                        parameter.gradient().data(),
                        state.get(name + ".mean").data(),
                        state.get(name + ".square").data(),
                        new OptimiserUpdates.AdamStep(
                                (float) gradientScale,
                                (float) learningRate,
                                (float) beta1,
                                (float) beta2,
                                (float) epsilon,
                                (float) decays,
                                (float) (1 / (1 - Math.pow((float) beta1, steps()))),
                                (float) (1 / (1 - Math.pow((float) beta2, steps())))));
            }

            @Override
            double maxGradientNorm() {
                return maxGradientNorm;
            }

            @Override
            public SequencedMap<String, Tensor> state() {
                return state;
            }
        };
    }
}
