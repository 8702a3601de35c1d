package gradus.ml.nn;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Variable;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Brings each row to mean 0 and variance 1, then to a mean and a deviation that are learned: J. Ba, J.
/// Kiros and G. Hinton, "Layer Normalization", 2016. What it makes of a row depends on no other.
///
/// @param gain shape `(width)`
/// @param bias shape `(width)`
public record LayerNorm(Variable gain, Variable bias) implements Layer {

    private static final float EPSILON = 1e-5f;

    /// Rows of `features` numbers, with gain 1 and bias 0 at first.
    public static LayerNorm of(int features) {
        return new LayerNorm(Variable.parameter(Tensor.full(1, features)), Variable.parameter(Tensor.zeros(features)));
    }

    @Override
    public Variable forward(Variable x) {
        return FusedOps.layerNorm(x, gain, bias, EPSILON);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("gain", gain);
        own.put("bias", bias);
        return own;
    }
}
