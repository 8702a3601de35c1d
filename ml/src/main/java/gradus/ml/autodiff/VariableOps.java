package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.HeadsView;
import gradus.ml.kernel.Rowwise;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;
import gradus.ml.numbers.Softplus;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.List;

/// Fused operations: composites of the operations of [Variable], each computed in one pass because that is
/// faster or more accurate. They correspond to functions of `torch.nn.functional`.
public final class VariableOps {

    private VariableOps() {}

    /// Linear layer, `x·w + b`: x `(…, n)`, w `(n, m)` and b `(m)` to `(…, m)`. PyTorch stores the transpose
    /// of w.
    ///
    /// @throws IllegalArgumentException if the shapes don't fit
    public static Variable linear(Variable x, Variable w, Variable b) {
        if (x.shape().rank() == 0
                || w.shape().rank() != 2
                || x.shape().size(-1) != w.shape().size(0)
                || !b.shape().equals(w.shape().without(0))) {
            throw new IllegalArgumentException("linear needs shapes (…, n), (n, m) and (m), got " + x.shape() + ", "
                    + w.shape() + " and " + b.shape());
        }
        Variable in = x.contiguous();
        Tape tape = Tape.commonTape(x, w, b);
        Tensor y = tape.allocate(x.shape().withSize(-1, w.shape().size(1)));
        Tensor flat = asMatrix(y);
        TensorOps.copy(b.value().broadcastTo(flat.shape()), flat, false);
        TensorOps.matmul(asMatrix(in.value()), w.value(), flat, true);
        return tape.result(new Operation.Linear(), y, List.of(in, w, b));
    }

    /// Embedding lookup (gather): the rows of `table` `(V, C)` at `indices`, shape `(indices.length, C)`. In
    /// the backward pass, a row that was looked up several times gets the sum of its gradients (scatter-add).
    ///
    /// @throws IndexOutOfBoundsException if an index is not from 0 to V − 1
    /// @throws IllegalArgumentException if the table does not have two axes, or is on another tape
    public static Variable gather(Tape tape, Variable table, int[] indices) {
        if (table.shape().rank() != 2) {
            throw new IllegalArgumentException("gather needs a table of shape (V, C), got " + table.shape());
        }
        tape.requireSameTape(table);
        int count = table.shape().size(0);
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= count) {
                throw new IndexOutOfBoundsException("row " + indices[i] + " at index " + i
                        + " is out of range: the table has " + count + " rows, counted from 0");
            }
        }
        return gather(tape, table, 0, indices);
    }

    /// The parts of `x` at `indices` along an axis, on `tape`.
    static Variable gather(Tape tape, Variable x, int axis, int... indices) {
        int along = x.shape().normaliseAxis(axis);
        Tensor value = x.value();
        Tensor gathered = tape.allocate(x.shape().withSize(along, indices.length));
        Selection.gather(value, along, indices, gathered);
        return tape.result(new Operation.Gather(along, indices.clone()), gathered, List.of(x));
    }

    /// Elementwise choice (`torch.where`): the element of `a` where `mask` is not 0, else that of `b`, with
    /// broadcasting. An element that is not chosen has no influence: its gradient is 0, even where its value
    /// is NaN or infinite.
    ///
    /// @throws IllegalArgumentException if the shapes cannot be broadcast, or the operands are on two tapes
    public static Variable where(Tensor mask, Variable a, Variable b) {
        Tape tape = Tape.commonTape(a, b);
        Tensor chosen = tape.allocate(mask.shape().broadcast(a.shape()).broadcast(b.shape()));
        Tensor whole = tape.allocate(chosen.shape());
        TensorOps.copy(mask.broadcastTo(whole.shape()), whole, false);
        Selection.where(whole, a.value(), b.value(), chosen, false);
        return tape.result(new Operation.Where(whole), chosen, List.of(a, b));
    }

    /// Concatenation of variables along an axis.
    ///
    /// @throws IllegalArgumentException if there are none, or their shapes differ on another axis
    public static Variable concat(int axis, Variable... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("concat needs at least 1 variable, got none");
        }
        Tape tape = Tape.commonTape(parts);
        int along = parts[0].shape().normaliseAxis(axis);
        int size = 0;
        for (Variable part : parts) {
            if (part.shape().rank() != parts[0].shape().rank()
                    || !part.shape().withSize(along, 1).equals(parts[0].shape().withSize(along, 1))) {
                throw new IllegalArgumentException(
                        "concat along axis " + axis + " needs shapes that differ on no other axis, got "
                                + parts[0].shape() + " and " + part.shape());
            }
            size += part.shape().size(along);
        }
        Tensor whole = tape.allocate(parts[0].shape().withSize(along, size));
        int from = 0;
        for (Variable part : parts) {
            int to = from + part.shape().size(along);
            TensorOps.copy(part.value(), whole.slice(along, from, to), false);
            from = to;
        }
        return tape.result(new Operation.Concat(along), whole, List.of(parts));
    }

    /// Layer normalisation along the last axis: `(x − mean) / √(variance + epsilon) · gain + bias`, with the
    /// mean and the variance of each row.
    ///
    /// @param gain shape `(C)`, the size of the last axis; `weight` in PyTorch
    /// @param bias shape `(C)`
    /// @param epsilon added to the variance, so that a constant row does not divide by 0; finite and greater
    ///     than 0
    /// @throws IllegalArgumentException if gain or bias does not have C elements, or `epsilon` is not finite
    ///     and greater than 0
    public static Variable layerNorm(Variable input, Variable gain, Variable bias, float epsilon) {
        if (!(epsilon > 0 && epsilon < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon must be finite and greater than 0, got " + epsilon);
        }
        Variable x = input.contiguous();
        Variable g = gain.contiguous();
        Variable b = bias.contiguous();
        int columns = x.shape().size(-1);
        if (g.shape().elementCount() != columns || b.shape().elementCount() != columns) {
            throw new IllegalArgumentException(
                    "gain and bias must have " + columns + " elements, the size of the last axis of " + x.shape()
                            + ", got shapes " + gain.shape() + " and " + bias.shape());
        }
        Tape tape = Tape.commonTape(x, g, b);
        Tensor value = asMatrix(x.value());
        Tensor y = tape.allocate(x.shape());
        Tensor statistics = tape.allocate(Shape.of(value.size(0), 2));
        Rowwise.layerNorm(
                value.data(),
                value.offset(),
                g.value().data(),
                g.value().offset(),
                b.value().data(),
                b.value().offset(),
                y.data(),
                0,
                value.size(0),
                columns,
                epsilon,
                statistics.data());
        return tape.result(new Operation.LayerNorm(statistics), y, List.of(x, g, b));
    }

    /// Cross-entropy loss: the mean over the rows of `−ln softmax(logits)[target]`, the negative
    /// log-likelihood (surprisal) of the targets, in nats. Stays finite for large logits. A logit may be
    /// infinite, by the rule of [gradus.ml.numbers.Softmax]; a NaN makes the loss NaN, unless its row is
    /// ignored.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets class index of each row, from 0; rows with target −1 are ignored (`ignore_index`, −100
    ///     by default in PyTorch). If all rows are ignored, the loss is 0 (in PyTorch NaN).
    /// @throws IllegalArgumentException if there is not one target for each row, a target is not a class
    ///     index, or softmax is not defined for a row that is not ignored
    public static Variable crossEntropy(Variable logits, int[] targets) {
        return SoftmaxOps.crossEntropy(logits, targets);
    }

    /// Binary cross-entropy loss: the mean over elements of `−y·ln p − (1 − y)·ln(1 − p)` with
    /// `p = sigmoid(z)` for logit z and target y. Computed as `y·softplus(−z) + (1 − y)·softplus(z)`, so it
    /// keeps its digits where p is nearly 0 or 1; a logit may be infinite. Its derivative is `p − y`.
    ///
    /// @param targets from 0 to 1, shape of `logits`
    /// @throws IllegalArgumentException if the shapes differ, there are no elements, or a target is not from
    ///     0 to 1
    public static Variable binaryCrossEntropy(Variable logits, Tensor targets) {
        Variable z = logits.contiguous();
        float[] y = targets.toArray();
        if (!z.shape().equals(targets.shape()) || y.length == 0) {
            throw new IllegalArgumentException("binary cross-entropy needs at least 1 logit and targets of the same"
                    + " shape, got logits of shape " + z.shape() + " and targets of shape " + targets.shape());
        }
        Tensor derivative = z.tape().allocate(z.shape());
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            if (!(y[i] >= 0 && y[i] <= 1)) {
                throw new IllegalArgumentException("targets must be from 0 to 1, got " + y[i] + " at index " + i
                        + "; encode the two classes as 0 and 1");
            }
            double logit = z.value().data()[z.value().offset() + i];
            // A term of weight 0 has no part in the loss, even if it is infinite.
            sum += (y[i] > 0 || Double.isNaN(logit) ? y[i] * Softplus.of(-logit) : 0)
                    + (y[i] < 1 ? (1.0 - y[i]) * Softplus.of(logit) : 0);
            derivative.data()[i] = (float) (Sigmoid.of(logit) - y[i]);
        }
        Tensor loss = z.tape().allocate(Shape.of());
        loss.data()[0] = (float) (sum / y.length);
        return z.tape().result(new Operation.BinaryCrossEntropy(derivative), loss, List.of(z));
    }

    /// Dropout. On a recording tape, each element is set to 0 with probability `rate`, and the others are
    /// divided by `1 − rate`, which preserves the expected value. On an inference tape, or with rate 0, the
    /// result is `x` itself.
    ///
    /// The randomness comes from the generator of the tape: see [Tape#recording(Rng)].
    ///
    /// @param rate at least 0 and below 1
    /// @throws IllegalArgumentException if the rate is out of its range
    /// @throws IllegalStateException if the tape is recording and has no generator, or `x` is computed from
    ///     parameters alone and so on no tape
    public static Variable dropout(Variable x, double rate) {
        if (!(rate >= 0 && (float) rate < 1)) {
            throw new IllegalArgumentException("dropout rate must be at least 0 and below 1, got " + rate);
        }
        if (rate == 0 || !x.tape().isRecording()) {
            return x;
        }
        Rng rng = x.tape().rng();
        Tensor mask = x.tape().allocate(x.shape());
        float scale = (float) (1 / (1 - rate));
        for (int i = 0; i < mask.elementCount(); i++) {
            mask.data()[i] = rng.nextDouble() < rate ? 0 : scale;
        }
        return x.times(x.constant(mask));
    }

    /// Causal multi-head self-attention, `(B, T, 3·C)` to `(B, T, C)`: each position takes a weighted mean of
    /// the values at its own and all earlier positions, with weights `softmax(q·kᵀ / √(C/heads))`. O(B·T²·C)
    /// time; the weights, `(B, heads, T, T)`, are kept for the backward pass.
    ///
    /// @param qkv queries, keys and values of each position, concatenated along the last axis
    /// @param heads number of attention heads; each works on C/heads of the C features
    /// @throws IllegalArgumentException if the shape is different, or C is not a multiple of `heads`
    public static Variable causalSelfAttention(Variable qkv, int heads) {
        Variable x = qkv.contiguous();
        int embeddingDimension = x.shape().size(-1) / 3;
        if (x.shape().rank() != 3
                || embeddingDimension < 1
                || embeddingDimension * 3 != x.shape().size(-1)
                || heads < 1
                || embeddingDimension % heads != 0) {
            throw new IllegalArgumentException("causal self-attention needs shape (B, T, 3·C) with C a multiple of the "
                    + heads + " heads, got " + x.shape());
        }
        int t = x.shape().size(1);
        Tensor weights = x.tape().allocate(Shape.of(x.shape().size(0), heads, t, t));
        Tensor y = x.tape().allocate(x.shape().withSize(-1, embeddingDimension));
        HeadsView[] in = qkvHeads(x.value(), heads);
        Attention.forward(in[0], in[1], in[2], true, weights.data(), outputHeads(y, heads));
        return x.tape().result(new Operation.CausalSelfAttention(heads, weights), y, List.of(x));
    }

    /// The queries, keys and values in `(B, T, 3·C)`, split into heads.
    static HeadsView[] qkvHeads(Tensor qkv, int heads) {
        int embeddingDimension = qkv.size(-1) / 3;
        HeadsView[] three = new HeadsView[3];
        for (int i = 0; i < 3; i++) {
            three[i] = heads(qkv, i * embeddingDimension, embeddingDimension, heads);
        }
        return three;
    }

    /// `(B, T, C)` split into heads.
    static HeadsView outputHeads(Tensor x, int heads) {
        return heads(x, 0, x.size(-1), heads);
    }

    private static HeadsView heads(Tensor x, int offset, int embeddingDimension, int heads) {
        int stride = x.size(-1);
        int headDimension = embeddingDimension / heads;
        return new HeadsView(
                x.data(),
                x.offset() + offset,
                x.size(0),
                heads,
                x.size(1),
                headDimension,
                x.size(1) * stride,
                headDimension,
                stride);
    }

    /// A contiguous tensor as a matrix: all axes but the last are merged into one.
    static Tensor asMatrix(Tensor x) {
        return x.reshape(x.shape().without(-1).elementCount(), x.size(-1));
    }
}
