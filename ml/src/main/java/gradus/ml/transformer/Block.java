package gradus.ml.transformer;

import gradus.ml.autodiff.FusedOps;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Dropout;
import gradus.ml.nn.Layer;
import gradus.ml.nn.LayerNorm;
import gradus.ml.nn.Linear;
import gradus.ml.nn.Module;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One block of a transformer, `(B, T, C)` to `(B, T, C)`: places look at each other, then each thinks for
/// itself. Both add to what is there, so that a signal and its gradient pass through many blocks
/// unhindered.
///
/// `x = x + attention(norm(x))`, then `x = x + mlp(norm(x))`: the norm stands before, as in GPT-2 (A.
/// Radford and others, 2019), and not after as in "Attention Is All You Need" (2017). About 12·C² weights.
///
/// @param qkv C to 3·C: query, key and value of each place
/// @param out C to C: puts together what the heads have found
/// @param up C to 4·C
/// @param down 4·C to C
public record Block(
        int heads, LayerNorm norm1, Linear qkv, Linear out, LayerNorm norm2, Linear up, Linear down, Dropout dropout)
        implements Layer {

    /// A block of a model with `layers` of them: the more, the less each adds at first.
    static Block of(int embeddingDimension, int heads, int layers, double dropout, Rng rng) {
        double residualDeviation = Gpt.WEIGHT_STANDARD_DEVIATION / Math.sqrt(2.0 * layers);
        return new Block(
                heads,
                LayerNorm.of(embeddingDimension),
                Linear.of(
                        Tensor.normal(rng, Gpt.WEIGHT_STANDARD_DEVIATION, embeddingDimension, 3 * embeddingDimension)),
                Linear.of(Tensor.normal(rng, residualDeviation, embeddingDimension, embeddingDimension)),
                LayerNorm.of(embeddingDimension),
                Linear.of(
                        Tensor.normal(rng, Gpt.WEIGHT_STANDARD_DEVIATION, embeddingDimension, 4 * embeddingDimension)),
                Linear.of(Tensor.normal(rng, residualDeviation, 4 * embeddingDimension, embeddingDimension)),
                new Dropout(dropout));
    }

    @Override
    public Variable forward(Variable x) {
        if (x.shape().rank() != 3 || x.shape().size(-1) != qkv.weight().shape().size(0)) {
            throw new IllegalArgumentException("a block with weights of shape "
                    + qkv.weight().shape() + " takes shape (B, T, "
                    + qkv.weight().shape().size(0) + "), got " + x.shape());
        }
        Variable attended = FusedOps.causalSelfAttention(qkv.forward(norm1.forward(x)), heads); // (B, T, C)
        Variable y = x.plus(dropout.forward(out.forward(attended))); // (B, T, C)
        Variable hidden = up.forward(norm2.forward(y)).map(UnaryFunction.GELU); // (B, T, 4·C)
        return y.plus(dropout.forward(down.forward(hidden))); // (B, T, C)
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var parts = new LinkedHashMap<String, Module>();
        parts.put("norm1", norm1);
        parts.put("qkv", qkv);
        parts.put("out", out);
        parts.put("norm2", norm2);
        parts.put("up", up);
        parts.put("down", down);
        return Module.parametersOf(parts);
    }
}
