package gradus.ml.autodiff;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Tensor;

/// What a variable was computed by, with what its derivative needs of that computation. [BackwardRules] has
/// the derivatives.
sealed interface Operation {

    /// Nothing: a parameter or a constant.
    record Leaf() implements Operation {}

    /// `y = f(x)`, number by number.
    record Map(UnaryFunction function) implements Operation {}

    /// `y = f(a, b)`, pair by pair, where sizes of 1 are repeated.
    record Zip(BinaryFunction function) implements Operation {}

    /// `y = factor·x + term`.
    record Affine(float factor, float term) implements Operation {}

    /// The product of matrices.
    record MatMul() implements Operation {}

    /// `y = x·w + b`, for x `(…, n)`, w `(n, m)` and b `(m)`.
    record Linear() implements Operation {}

    /// The sum along an axis, which stays with size 1, or of all numbers.
    record Sum() implements Operation {}

    /// The largest along the last axis.
    ///
    /// @param indices where it stood in each line
    record Max(int[] indices) implements Operation {}

    /// The same numbers under another shape.
    record Reshape() implements Operation {}

    /// The same numbers with the axes in another order.
    ///
    /// @param axes which axis of the input each axis of the result is
    record Transpose(int[] axes) implements Operation {}

    /// Some coordinates of an axis.
    record Slice(int axis, int from, int to) implements Operation {}

    /// Several tensors one after the other along an axis.
    record Concat(int axis) implements Operation {}

    /// Rows of a table.
    record Gather(int[] indices) implements Operation {}

    /// Softmax along the last axis.
    record Softmax() implements Operation {}

    /// Layer normalisation along the last axis.
    ///
    /// @param statistics mean and one over the deviation of each row, shape `(rows, 2)`
    record LayerNorm(Tensor statistics) implements Operation {}

    /// The mean cross entropy of rows of logits.
    ///
    /// @param targets the class of each row; −1 counts for nothing
    /// @param validTargets how many rows count
    record CrossEntropy(int[] targets, int validTargets, Tensor probabilities) implements Operation {}

    /// Self-attention on queries, keys and values that lie side by side.
    ///
    /// @param weights shape `(B, H, T, T)`
    record CausalSelfAttention(int heads, Tensor weights) implements Operation {}
}
