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

    /// Checks the shapes.
    ///
    /// @throws IllegalArgumentException if they are not `(inputs, outputs)` and `(outputs)`
    public Linear {
        if (weight.shape().rank() != 2 || !bias.shape().equals(weight.shape().without(0))) {
            throw new IllegalArgumentException("weight and bias must have shapes (inputs, outputs) and (outputs), got "
                    + weight.shape() + " and " + bias.shape());
        }
    }

    /// A layer with He initialisation, [Initialisation#heNormal], and bias 0. PyTorch's default is a uniform
    /// distribution with smaller variance.
    ///
    /// @throws IllegalArgumentException if `inputs` or `outputs` is below 1
    public static Linear of(int inputs, int outputs, Rng rng) {
        return of(Initialisation.heNormal(rng, inputs, outputs));
    }

    /// A layer that starts with these weights, shape `(inputs, outputs)`, not copied, and with bias 0.
    ///
    /// @throws IllegalArgumentException if the weights do not have two axes
    public static Linear of(Tensor weights) {
        return new Linear(Variable.parameter(weights), Variable.parameter(Tensor.zeros(weights.size(-1))));
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
