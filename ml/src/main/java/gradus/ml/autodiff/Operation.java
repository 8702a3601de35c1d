package gradus.ml.autodiff;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.tensor.Tensor;

/// The operation that a variable was computed by, with what its backward pass needs to know. [BackwardRules]
/// has the backward passes.
sealed interface Operation {

    /// No operation: a leaf of the graph, which is a parameter or a constant.
    record Leaf() implements Operation {}

    /// `y = f(x)`, elementwise.
    record Map(UnaryFunction function) implements Operation {}

    /// `y = f(a, b)`, elementwise with broadcasting.
    record Zip(BinaryFunction function) implements Operation {}

    /// `y = factor·x + term`.
    record Affine(float factor, float term) implements Operation {}

    /// Batched matrix product.
    record MatMul() implements Operation {}

    /// Linear layer, `y = x·w + b`, for x `(…, n)`, w `(n, m)` and b `(m)`.
    record Linear() implements Operation {}

    /// The sum along an axis, which is kept with size 1, or of all elements.
    record Sum() implements Operation {}

    /// The mean along an axis, which is kept with size 1, or of all elements.
    ///
    /// @param count number of elements of each mean
    record Mean(int count) implements Operation {}

    /// Maximum along the last axis.
    ///
    /// @param indices index of the maximum in each row
    record Max(int[] indices) implements Operation {}

    /// The same elements under another shape.
    record Reshape() implements Operation {}

    /// Permutation of the axes.
    ///
    /// @param axes for each axis of the result, the axis of the input
    record Transpose(int[] axes) implements Operation {}

    /// A range of indices along an axis.
    record Slice(int axis, int from, int to) implements Operation {}

    /// Concatenation along an axis.
    record Concat(int axis) implements Operation {}

    /// Parts at some indices along an axis, such as the rows of a table.
    record Gather(int axis, int[] indices) implements Operation {}

    /// Choice between two inputs, elementwise with broadcasting.
    ///
    /// @param mask 0 where the second input is chosen; shape of the result
    record Where(Tensor mask) implements Operation {}

    /// Softmax along the last axis.
    record Softmax() implements Operation {}

    /// Logarithm of the softmax along the last axis.
    ///
    /// @param probabilities the softmax
    record LogSoftmax(Tensor probabilities) implements Operation {}

    /// Log-sum-exp along the last axis.
    ///
    /// @param probabilities the softmax; 0 in rows of negative infinities
    record LogSumExp(Tensor probabilities) implements Operation {}

    /// Layer normalisation along the last axis.
    ///
    /// @param statistics mean and reciprocal standard deviation of each row, shape `(rows, 2)`
    record LayerNorm(Tensor statistics) implements Operation {}

    /// Mean binary cross-entropy of logits.
    ///
    /// @param derivative of the loss of each element with respect to its logit
    record BinaryCrossEntropy(Tensor derivative) implements Operation {}

    /// Mean cross-entropy of rows of logits.
    ///
    /// @param targets class index of each row; −1 to ignore the row
    /// @param validTargets number of rows that are not ignored
    /// @param probabilities softmax of the logits; 0 in ignored rows
    record CrossEntropy(int[] targets, int validTargets, Tensor probabilities) implements Operation {}

    /// Causal self-attention on queries, keys and values concatenated along the last axis.
    ///
    /// @param weights attention weights, shape `(B, H, T, T)`
    record CausalSelfAttention(int heads, Tensor weights) implements Operation {}
}
