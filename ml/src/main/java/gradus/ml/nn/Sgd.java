package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.Updates;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Stochastic gradient descent with momentum: `m = momentum·m + g`, `w = w − rate·(m + decay·w)`.
///
/// Source: H. Robbins and S. Monro, 1951; B. Polyak, 1964.
///
/// @param momentum how much of the last step is kept, 0 for none
/// @param decay which share of a weight is taken off at each step, times the rate; of matrices only
/// @param clip the most that the norm of all gradients may be; infinity for any
public record Sgd(double momentum, double decay, double clip) {

    /// With momentum 0.9.
    public static Sgd withMomentum() {
        return new Sgd(0.9, 0, Double.POSITIVE_INFINITY);
    }

    /// Without momentum.
    public static Sgd plain() {
        return new Sgd(0, 0, Double.POSITIVE_INFINITY);
    }

    /// Learns the parameters of a module.
    public Optimiser over(Module module) {
        SequencedMap<String, Variable> parameters = module.parameters();
        var moving = new LinkedHashMap<String, Tensor>();
        parameters.forEach((name, parameter) ->
                moving.put(name, Tensor.zeros(parameter.shape().sizes())));
        return new Stepping(parameters) {
            @Override
            void update(String name, Variable parameter, double factor, double rate) {
                double decays = parameter.shape().rank() > 1 ? decay : 0;
                Updates.descend(
                        parameter.value().data(),
                        parameter.gradient().data(),
                        moving.get(name).data(),
                        (float) factor,
                        (float) rate,
                        (float) momentum,
                        (float) decays);
            }

            @Override
            double mostNorm() {
                return clip;
            }

            @Override
            public SequencedMap<String, Tensor> memory() {
                return moving;
            }
        };
    }
}
