package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.util.SequencedMap;

/// Common part of all optimisers: clip the gradients, update each parameter, clear the gradients, count the
/// steps.
abstract class AbstractOptimiser implements Optimiser {

    private final SequencedMap<String, Variable> parameters;
    private long steps;

    AbstractOptimiser(SequencedMap<String, Variable> parameters) {
        parameters.forEach((name, parameter) -> {
            Tensor value = parameter.value();
            if (value.data().length != value.elementCount()) {
                throw new IllegalArgumentException("parameter \"" + name + "\" of shape " + value.shape()
                        + " is a view of a larger array; create it from a copy of the tensor");
            }
        });
        this.parameters = parameters;
    }

    /// Updates one parameter.
    ///
    /// @param gradientScale factor for each element of the gradient, from clipping
    abstract void update(String name, Variable parameter, double gradientScale, double learningRate);

    abstract double maxGradientNorm();

    @Override
    public final void step(double learningRate) {
        double gradientScale = Optimiser.clipFactor(parameters.values(), maxGradientNorm());
        steps++;
        parameters.forEach((name, parameter) -> {
            if (parameter.hasGradient()) {
                update(name, parameter, gradientScale, learningRate);
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
        this.steps = steps;
    }
}
