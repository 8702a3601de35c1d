package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Linear layer (fully connected, dense): `y = x·w + b`, from `(…, inputs)` to `(…, outputs)`.
/// O(inputs·outputs) for each row.
///
/// @param weight shape `(inputs, outputs)`, the transpose of PyTorch's
/// @param bias shape `(outputs)`
public record Linear(Variable weight, Variable bias) implements Layer {

    /// A layer with He initialisation, [Initialisation#heNormal], and bias 0. PyTorch's default is a uniform
    /// distribution with smaller variance.
    public static Linear of(int inputs, int outputs, Rng rng) {
        return of(Initialisation.heNormal(rng, inputs, outputs));
    }

    /// A layer that starts with these weights, shape `(inputs, outputs)`, not copied, and with bias 0.
    public static Linear of(Tensor weights) {
        return new Linear(Variable.parameter(weights), Variable.parameter(Tensor.zeros(weights.size(1))));
    }

    @Override
    public Variable forward(Variable x) {
        return VariableOps.linear(x, weight, bias);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("weight", weight);
        own.put("bias", bias);
        return own;
    }
}
