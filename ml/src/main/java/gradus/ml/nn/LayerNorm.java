package gradus.ml.nn;

import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Layer normalisation: shifts and scales each row to mean 0 and variance 1, then multiplies it by a
/// trainable gain and adds a trainable bias. Unlike batch normalisation, the result for a row does not depend
/// on the other rows.
///
/// `y = (x − mean) / √(variance + 1e-5) · gain + bias`.
///
/// Source: J. Ba, J. Kiros and G. Hinton, "Layer Normalization", 2016.
///
/// @param gain shape `(features)`; `weight` in PyTorch
/// @param bias shape `(features)`
public record LayerNorm(Variable gain, Variable bias) implements Layer {

    private static final float EPSILON = 1e-5f;

    /// Checks the shapes.
    ///
    /// @throws IllegalArgumentException if they are not the same with one axis
    public LayerNorm {
        if (gain.shape().rank() != 1 || !gain.shape().equals(bias.shape())) {
            throw new IllegalArgumentException(
                    "gain and bias must both have shape (features), got " + gain.shape() + " and " + bias.shape());
        }
    }

    /// Layer normalisation of rows with `features` elements; gain starts at 1 and bias at 0.
    ///
    /// @throws IllegalArgumentException if `features` is below 1
    public static LayerNorm of(int features) {
        Require.atLeast("features", features, 1);
        return new LayerNorm(Variable.parameter(Tensor.full(1, features)), Variable.parameter(Tensor.zeros(features)));
    }

    @Override
    public Variable forward(Variable x) {
        return VariableOps.layerNorm(x, gain, bias, EPSILON);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var own = new LinkedHashMap<String, Variable>();
        own.put("gain", gain);
        own.put("bias", bias);
        return own;
    }
}
