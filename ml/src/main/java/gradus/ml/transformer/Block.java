package gradus.ml.transformer;

import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Dropout;
import gradus.ml.nn.Layer;
import gradus.ml.nn.LayerNorm;
import gradus.ml.nn.Linear;
import gradus.ml.nn.Module;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Transformer block, `(B, T, C)` to `(B, T, C)`: causal self-attention mixes information across positions,
/// then an MLP works on each position separately. Both have a *residual connection*, `x + f(x)`, so that
/// gradients do not vanish across many blocks.
///
/// **Model.** `x = x + attention(norm1(x))`, then `x = x + mlp(norm2(x))`, where the MLP is
/// `down(gelu(up(x)))`. Layer normalisation comes before each part (*pre-norm*), as in GPT-2, not after it as
/// in the original transformer. GELU is exact, where GPT-2 uses its tanh approximation. About 12·C² weights.
///
/// **Cost.** O(B·T·C² + B·T²·C) for the forward pass.
///
/// Sources: A. Vaswani and others, "Attention Is All You Need", 2017; A. Radford and others, "Language Models
/// are Unsupervised Multitask Learners" (GPT-2), 2019.
///
/// @param heads number of attention heads, a divisor of C
/// @param norm1 layer normalisation before the attention
/// @param qkv C to 3·C: query, key and value of each position
/// @param out C to C: output projection, mixes the results of the heads
/// @param norm2 layer normalisation before the MLP
/// @param up C to 4·C: first layer of the MLP
/// @param down 4·C to C: second layer of the MLP
/// @param dropout applied to the output of the attention and of the MLP
public record Block(
        int heads, LayerNorm norm1, Linear qkv, Linear out, LayerNorm norm2, Linear up, Linear down, Dropout dropout)
        implements Layer {

    /// Checks the shapes.
    ///
    /// @throws IllegalArgumentException if a layer does not have the shape that is stated for it, or `heads`
    ///     is not a divisor of C
    public Block {
        int c = norm1.gain().shape().size(0);
        int hidden = up.weight().shape().size(1);
        boolean fits = norm2.gain().shape().size(0) == c
                && qkv.weight().shape().equals(Shape.of(c, 3 * c))
                && out.weight().shape().equals(Shape.of(c, c))
                && up.weight().shape().equals(Shape.of(c, hidden))
                && down.weight().shape().equals(Shape.of(hidden, c));
        if (!fits || heads < 1 || c % heads != 0) {
            throw new IllegalArgumentException("a block of C = " + c + " features, as its first norm has, needs heads"
                    + " that divide C, and weights qkv (C, 3·C), out (C, C), up (C, n) and down (n, C), got heads "
                    + heads + ", norm2 " + norm2.gain().shape() + ", qkv "
                    + qkv.weight().shape() + ", out "
                    + out.weight().shape() + ", up " + up.weight().shape() + " and down "
                    + down.weight().shape());
        }
    }

    /// A new block of a model with `layers` blocks. As in GPT-2, the initial standard deviation of the output
    /// projections onto the residual stream is divided by `√(2·layers)`.
    static Block of(int embeddingDimension, int heads, int layers, double dropout, Rng rng) {
        double residualStandardDeviation = Gpt.WEIGHT_STANDARD_DEVIATION / Math.sqrt(2.0 * layers);
        return new Block(
                heads,
                LayerNorm.of(embeddingDimension),
                Linear.of(
                        Tensor.normal(rng, Gpt.WEIGHT_STANDARD_DEVIATION, embeddingDimension, 3 * embeddingDimension)),
                Linear.of(Tensor.normal(rng, residualStandardDeviation, embeddingDimension, embeddingDimension)),
                LayerNorm.of(embeddingDimension),
                Linear.of(
                        Tensor.normal(rng, Gpt.WEIGHT_STANDARD_DEVIATION, embeddingDimension, 4 * embeddingDimension)),
                Linear.of(Tensor.normal(rng, residualStandardDeviation, 4 * embeddingDimension, embeddingDimension)),
                new Dropout(dropout));
    }

    @Override
    public Variable forward(Variable x) {
        if (x.shape().rank() != 3 || x.shape().size(-1) != qkv.weight().shape().size(0)) {
            throw new IllegalArgumentException("a block with qkv weights of shape "
                    + qkv.weight().shape() + " needs input of shape (B, T, "
                    + qkv.weight().shape().size(0) + "), got " + x.shape());
        }
        Variable attended = VariableOps.causalSelfAttention(qkv.forward(norm1.forward(x)), heads); // (B, T, C)
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
