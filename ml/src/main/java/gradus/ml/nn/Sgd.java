package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.OptimiserUpdates;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Stochastic gradient descent with momentum: `m = momentum·m + g`, `w = w − rate·(m + weightDecay·w)`.
///
/// Source: H. Robbins and S. Monro, 1951; B. Polyak, 1964.
///
/// @param momentum how much of the last step is kept, 0 for none
/// @param weightDecay which share of a weight is taken off at each step, times the rate; of matrices only
/// @param maxGradientNorm the most that the norm of all gradients may be; infinity for any
public record Sgd(double momentum, double weightDecay, double maxGradientNorm) {

    /// With momentum 0.9.
    public static Sgd withMomentum() {
        return new Sgd(0.9, 0, Double.POSITIVE_INFINITY);
    }

    /// Without momentum.
    public static Sgd plain() {
        return new Sgd(0, 0, Double.POSITIVE_INFINITY);
    }

    /// Learns the parameters of a module.
    public Optimiser optimiserFor(Module module) {
        SequencedMap<String, Variable> parameters = module.parameters();
        var velocity = new LinkedHashMap<String, Tensor>();
        parameters.forEach((name, parameter) ->
                velocity.put(name, Tensor.zeros(parameter.shape().sizes())));
        return new AbstractOptimiser(parameters) {
            @Override
            void update(String name, Variable parameter, double gradientScale, double learningRate) {
                double decays = parameter.shape().rank() > 1 ? weightDecay : 0;
                OptimiserUpdates.sgd(
                        parameter.value().data(),
                        parameter.gradient().data(),
                        velocity.get(name).data(),
                        (float) gradientScale,
                        (float) learningRate,
                        (float) momentum,
                        (float) decays);
            }

            @Override
            double maxGradientNorm() {
                return maxGradientNorm;
            }

            @Override
            public SequencedMap<String, Tensor> state() {
                return velocity;
            }
        };
    }
}
