package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.OptimiserUpdates;
import gradus.ml.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Stochastic gradient descent (SGD) with momentum: `m = momentum·m + g`, then
/// `w = w − learningRate·(m + weightDecay·w)`, for weights w with gradient g and velocity m.
///
/// Weight decay is decoupled, as in AdamW, and applies only to parameters with at least two axes, not to
/// biases and gains. PyTorch's SGD adds `weightDecay·w` to the gradient of every parameter instead, so that
/// it enters the momentum.
///
/// Sources: H. Robbins and S. Monro, "A Stochastic Approximation Method", 1951; B. Polyak, "Some methods of
/// speeding up the convergence of iteration methods", 1964.
///
/// @param momentum fraction of the velocity that is kept at each step, at least 0 and below 1; 0 for none
/// @param weightDecay each step shrinks the weights by the fraction `learningRate·weightDecay`; at least 0
/// @param maxGradientNorm maximum of the global gradient norm, greater than 0; infinity for no clipping
public record Sgd(double momentum, double weightDecay, double maxGradientNorm) {

    /// Checks the hyperparameters.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public Sgd {
        Require.fraction("momentum", momentum);
        Require.nonNegative("weightDecay", weightDecay);
        Require.maxGradientNorm(maxGradientNorm);
    }

    /// Momentum 0.9, without weight decay and clipping.
    public static Sgd withMomentum() {
        return new Sgd(0.9, 0, Double.POSITIVE_INFINITY);
    }

    /// Without momentum, weight decay and clipping.
    public static Sgd plain() {
        return new Sgd(0, 0, Double.POSITIVE_INFINITY);
    }

    /// An optimiser with these hyperparameters for the parameters of a module. Its velocity starts at 0.
    public Optimiser optimiserFor(Module module) {
        SequencedMap<String, Variable> parameters = module.parameters();
        var velocity = new LinkedHashMap<String, Tensor>();
        parameters.forEach((name, parameter) ->
                velocity.put(name, Tensor.zeros(parameter.shape().sizes())));
        var state = Collections.unmodifiableSequencedMap(velocity);
        return new AbstractOptimiser(parameters, maxGradientNorm) {
            @Override
            void update(String name, Variable parameter, double gradientScale, double learningRate) {
                double decay = parameter.shape().rank() > 1 ? weightDecay : 0;
                OptimiserUpdates.sgd(
                        parameter.value().data(),
                        parameter.gradient().data(),
                        velocity.get(name).data(),
                        (float) gradientScale,
                        (float) learningRate,
                        (float) momentum,
                        (float) decay);
            }

            @Override
            public SequencedMap<String, Tensor> state() {
                return state;
            }
        };
    }
}
