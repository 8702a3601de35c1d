package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.OptimiserUpdates;
import gradus.ml.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Adam (adaptive moment estimation): each weight has its own step size, from exponential moving averages of
/// its gradient and of the squared gradient.
///
/// **Method.** At step t, for a weight w with gradient g: `m = β₁·m + (1 − β₁)·g` and
/// `v = β₂·v + (1 − β₂)·g²`. Both start at 0, so bias correction divides them by `1 − β₁ᵗ` and `1 − β₂ᵗ`.
/// With the corrected m and v, `w = w − learningRate·(m / (√v + epsilon) + weightDecay·w)`.
///
/// **Weight decay.** With a weight decay it is AdamW: the decay shrinks the weights directly and is not part
/// of the gradient. It applies only to parameters with at least two axes, not to biases and gains. PyTorch's
/// AdamW decays every parameter unless you pass parameter groups.
///
/// Sources: D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015; I. Loshchilov and F.
/// Hutter, "Decoupled Weight Decay Regularization", 2019.
///
/// @param beta1 fraction of the mean gradient that is kept at each step, at least 0 and below 1
/// @param beta2 fraction of the mean squared gradient that is kept at each step, at least 0 and below 1
/// @param epsilon keeps the denominator above 0; at least 1e-20
/// @param weightDecay each step shrinks the weights by the fraction `learningRate·weightDecay`; at least 0
/// @param maxGradientNorm maximum of the global gradient norm, greater than 0; infinity for no clipping
public record Adam(double beta1, double beta2, double epsilon, double weightDecay, double maxGradientNorm) {

    /// A gradient of this size has a square that is still a `float`.
    private static final double LARGEST_GRADIENT = Math.sqrt(Float.MAX_VALUE);

    /// Much smaller, and the squares of gradients that matter next to it would be 0 as a `float`.
    private static final double SMALLEST_EPSILON = 1e-20;

    /// Checks the hyperparameters.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public Adam {
        Require.fraction("beta1", beta1);
        Require.fraction("beta2", beta2);
        if (!(epsilon >= SMALLEST_EPSILON && epsilon <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "epsilon must be at least " + SMALLEST_EPSILON + " and fit into a float, got " + epsilon);
        }
        Require.nonNegative("weightDecay", weightDecay);
        Require.maxGradientNorm(maxGradientNorm);
    }

    /// The defaults of the paper: betas 0.9 and 0.999, epsilon 1e-8, without weight decay and clipping.
    public static Adam defaults() {
        return new Adam(0.9, 0.999, 1e-8, 0, Double.POSITIVE_INFINITY);
    }

    /// Hyperparameters for training transformers: betas 0.9 and 0.99, epsilon 1e-8, weight decay 0.1,
    /// gradients clipped to norm 1.
    public static Adam forTransformers() {
        return new Adam(0.9, 0.99, 1e-8, 0.1, 1);
    }

    /// An optimiser with these hyperparameters for the parameters of a module. Its moving averages start at
    /// 0.
    public Optimiser optimiserFor(Module module) {
        SequencedMap<String, Variable> parameters = module.parameters();
        var state = new LinkedHashMap<String, Tensor>();
        parameters.forEach((name, parameter) -> {
            state.put(name + ".mean", Tensor.zeros(parameter.shape().sizes()));
            state.put(name + ".square", Tensor.zeros(parameter.shape().sizes()));
        });
        var readOnly = Collections.unmodifiableSequencedMap(state);
        return new AbstractOptimiser(parameters, maxGradientNorm) {
            @Override
            void requireFits(double norm) {
                if (norm > LARGEST_GRADIENT) {
                    throw new IllegalStateException("the gradients are too large for Adam, which squares them:"
                            + " their norm is " + norm + ", and at most " + LARGEST_GRADIENT + " fits; clip them or"
                            + " lower the learning rate");
                }
            }

            // Bias correction uses the betas as the kernel has them, rounded to float: 1 − 0.999 differs in double.
            @Override
            void update(String name, Variable parameter, double gradientScale, double learningRate) {
                double decay = parameter.shape().rank() > 1 ? weightDecay : 0;
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
                                (float) decay,
                                (float) (1 / (1 - StrictMath.pow((float) beta1, steps()))),
                                (float) (1 / (1 - StrictMath.pow((float) beta2, steps())))));
            }

            @Override
            public SequencedMap<String, Tensor> state() {
                return readOnly;
            }
        };
    }
}
