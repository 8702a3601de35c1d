package gradus.ml.nn;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// `y = x·w + b`, from `(…, inputs)` to `(…, outputs)`. O(inputs·outputs) for each row.
///
/// @param weight shape `(inputs, outputs)`
/// @param bias shape `(outputs)`
public record Linear(Variable weight, Variable bias) implements Layer {

    /// A layer whose weights start as [Initialisation#heNormal] has it, and whose bias starts at 0.
    public static Linear of(int inputs, int outputs, Rng rng) {
        return of(Initialisation.heNormal(rng, inputs, outputs));
    }

    /// A layer that starts with these weights, `(inputs, outputs)`, and no bias.
    public static Linear of(Tensor weights) {
        return new Linear(Variable.parameter(weights), Variable.parameter(Tensor.zeros(weights.size(1))));
    }

    @Override
    public Variable forward(Variable x) {
        return FusedOps.linear(x, weight, bias);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("weight", weight);
        own.put("bias", bias);
        return own;
    }
}
