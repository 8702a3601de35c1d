package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Common part of all optimisers: clip the gradients, update each parameter, clear the gradients, count the
/// steps.
abstract class AbstractOptimiser implements Optimiser {

    private final SequencedMap<String, Variable> parameters;
    private final double maxGradientNorm;
    private long steps;

    AbstractOptimiser(SequencedMap<String, Variable> parameters, double maxGradientNorm) {
        parameters.forEach((name, parameter) -> {
            Tensor value = parameter.value();
            if (value.data().length != value.elementCount()) {
                throw new IllegalArgumentException("parameter \"" + name + "\" of shape " + value.shape()
                        + " is a view of a larger array; create it from a copy of the tensor");
            }
        });
        this.parameters = new LinkedHashMap<>(parameters);
        this.maxGradientNorm = maxGradientNorm;
    }

    /// Updates one parameter.
    ///
    /// @param gradientScale factor for each element of the gradient, from clipping
    abstract void update(String name, Variable parameter, double gradientScale, double learningRate);

    /// Checks that the arithmetic of the update can hold gradients of this norm, after clipping.
    ///
    /// @throws IllegalStateException if not
    void requireFits(double norm) {}

    @Override
    public final void step(double learningRate) {
        Require.nonNegative("learningRate", learningRate);
        double norm = Optimiser.gradientNorm(parameters.values());
        double gradientScale = Optimiser.clipFactor(norm, maxGradientNorm);
        requireFits(norm * gradientScale);
        steps++;
        parameters.forEach((name, parameter) -> {
            if (parameter.hasGradient()) {
                update(name, parameter, gradientScale, learningRate);
                parameter.value().incrementVersion();
                parameter.clearGradient();
            }
        });
    }

    @Override
    public final long steps() {
        return steps;
    }

    @Override
    public final void resumeAt(long steps) {
        Require.atLeast("steps", steps, 0);
        this.steps = steps;
    }
}
