package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A function of each number by itself, between two linear layers: without one, both would be one.
public record Activation(UnaryFunction function) implements Layer {

    @Override
    public Variable forward(Variable x) {
        return x.map(function);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        return new LinkedHashMap<>();
    }
}
