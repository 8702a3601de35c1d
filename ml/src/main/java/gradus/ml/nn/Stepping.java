package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.util.SequencedMap;

/// What all optimisers do: clip, update each parameter, forget the gradients, count.
abstract class Stepping implements Optimiser {

    private final SequencedMap<String, Variable> parameters;
    private long steps;

    Stepping(SequencedMap<String, Variable> parameters) {
        parameters.forEach((name, parameter) -> {
            Tensor value = parameter.value();
            if (!value.isContiguous() || value.data().length != value.count()) {
                throw new IllegalArgumentException("parameter \"" + name + "\" of shape " + value.shape()
                        + " is a view of other numbers; make the parameter of a copy");
            }
        });
        this.parameters = parameters;
    }

    /// @param factor what each number of the gradient is multiplied by
    abstract void update(String name, Variable parameter, double factor, double rate);

    abstract double mostNorm();

    @Override
    public final void step(double rate) {
        double factor = Optimiser.clip(parameters.values(), mostNorm());
        steps++;
        parameters.forEach((name, parameter) -> {
            if (parameter.hasGradient()) {
                update(name, parameter, factor, rate);
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
