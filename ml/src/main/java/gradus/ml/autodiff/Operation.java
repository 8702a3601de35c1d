package gradus.ml.autodiff;

import gradus.ml.kernel.Binary;
import gradus.ml.kernel.Unary;
import gradus.ml.tensor.Tensor;

/// What a variable was computed by, with what its derivative needs of that computation. [Rules] has the
/// derivatives.
sealed interface Operation {

    /// Nothing: a parameter or a constant.
    record Given() implements Operation {}

    /// `y = f(x)`, number by number.
    record Map(Unary function) implements Operation {}

    /// `y = f(a, b)`, pair by pair, where sizes of 1 are repeated.
    record Zip(Binary function) implements Operation {}

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
    /// @param places where it stood in each line
    record Max(int[] places) implements Operation {}

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
    record Gather(int[] rows) implements Operation {}

    /// Softmax along the last axis.
    record Softmax() implements Operation {}

    /// Layer normalisation along the last axis.
    ///
    /// @param moments mean and one over the deviation of each row, shape `(rows, 2)`
    record LayerNorm(Tensor moments) implements Operation {}

    /// The mean cross entropy of rows of logits.
    ///
    /// @param targets the class of each row; −1 counts for nothing
    /// @param counted how many rows count
    record CrossEntropy(int[] targets, int counted, Tensor probabilities) implements Operation {}

    /// Self-attention on queries, keys and values that lie side by side.
    ///
    /// @param weights shape `(B, H, T, T)`
    record SelfAttention(int heads, Tensor weights) implements Operation {}
}
