package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Activation function, applied to each element. Without a nonlinear function between them, two linear layers
/// would be equivalent to one.
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
