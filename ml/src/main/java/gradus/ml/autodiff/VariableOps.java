package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.HeadsView;
import gradus.ml.kernel.Rowwise;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.Arrays;
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
        Variable x = table.contiguous();
        tape.requireSameTape(x);
        Tensor value = x.value();
        int count = value.size(0);
        int columns = value.size(1);
        Tensor gathered = tape.allocate(Shape.of(indices.length, columns));
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= count) {
                throw new IndexOutOfBoundsException("row " + indices[i] + " at index " + i
                        + " is out of range: the table has " + count + " rows, counted from 0");
            }
            System.arraycopy(
                    value.data(), value.offset() + indices[i] * columns, gathered.data(), i * columns, columns);
        }
        return tape.result(new Operation.Gather(indices.clone()), gathered, List.of(x));
    }

    /// Concatenation of variables along an axis.
    ///
    /// @throws IllegalArgumentException if their shapes differ on another axis
    public static Variable concat(int axis, Variable... parts) {
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

    /// Softmax along the last axis of a contiguous variable.
    static Variable softmax(Variable x) {
        Tensor y = x.requireTape().allocate(x.shape());
        int columns = x.shape().size(-1);
        Tensor value = x.value();
        Rowwise.softmax(
                value.data(), value.offset(), y.data(), 0, asMatrix(value).size(0), columns);
        return x.requireTape().result(new Operation.Softmax(), y, List.of(x));
    }

    /// Layer normalisation along the last axis: `(x − mean) / √(variance + epsilon) · gain + bias`, with the
    /// mean and the variance of each row.
    ///
    /// @param gain shape `(C)`, the size of the last axis; `weight` in PyTorch
    /// @param bias shape `(C)`
    /// @param epsilon added to the variance, so that a constant row does not divide by 0
    /// @throws IllegalArgumentException if gain or bias does not have C elements
    public static Variable layerNorm(Variable input, Variable gain, Variable bias, float epsilon) {
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
    /// log-likelihood (surprisal) of the targets, in nats. Stays finite for large logits.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets class index of each row, from 0; rows with target −1 are ignored (`ignore_index`, −100
    ///     by default in PyTorch). If all rows are ignored, the loss is 0 (in PyTorch NaN).
    /// @throws IllegalArgumentException if there is not one target for each row, or a target is not a class
    ///     index
    public static Variable crossEntropy(Variable logits, int[] targets) {
        Variable x = logits.contiguous();
        Tensor value = asMatrix(x.value());
        int columns = value.size(1);
        if (targets.length != value.size(0)) {
            throw new IllegalArgumentException("cross-entropy of logits of shape " + x.shape() + " needs "
                    + value.size(0) + " targets, got " + targets.length);
        }
        Tensor probabilities = x.requireTape().allocate(x.shape());
        Rowwise.softmax(value.data(), value.offset(), probabilities.data(), 0, targets.length, columns);
        double sum = 0;
        int validTargets = 0;
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] < -1 || targets[r] >= columns) {
                throw new IllegalArgumentException("target " + targets[r] + " at index " + r
                        + " is not a class index: expected 0 to " + (columns - 1) + ", or -1 to ignore the row");
            }
            if (targets[r] >= 0) {
                sum += negativeLogLikelihood(
                        value.data(),
                        value.offset() + r * columns,
                        probabilities.data(),
                        r * columns,
                        columns,
                        targets[r]);
                validTargets++;
            } else {
                // An ignored row has gradient 0.
                Arrays.fill(probabilities.data(), r * columns, (r + 1) * columns, 0f);
            }
        }
        Tensor loss = x.requireTape().allocate(Shape.of());
        loss.data()[0] = (float) (sum / Math.max(1, validTargets));
        return x.requireTape()
                .result(new Operation.CrossEntropy(targets.clone(), validTargets, probabilities), loss, List.of(x));
    }

    /// `−ln p[target]`, computed from the most likely class, because its probability cannot underflow to 0 as
    /// that of the target can.
    private static double negativeLogLikelihood(float[] logits, int logitsOff, float[] p, int pOff, int n, int target) {
        int argmax = 0;
        for (int i = 1; i < n; i++) {
            argmax = logits[logitsOff + i] > logits[logitsOff + argmax] ? i : argmax;
        }
        return (double) logits[logitsOff + argmax] - logits[logitsOff + target] - StrictMath.log(p[pOff + argmax]);
    }

    /// Dropout. On a recording tape, each element is set to 0 with probability `rate`, and the others are
    /// divided by `1 − rate`, which preserves the expected value. On an inference tape, or with rate 0, the
    /// result is `x` itself.
    ///
    /// The randomness comes from the generator of the tape: see [Tape#recording(Rng)].
    ///
    /// @throws IllegalStateException if the tape is recording and has no generator
    public static Variable dropout(Variable x, double rate) {
        if (rate == 0 || !x.requireTape().isRecording()) {
            return x;
        }
        Rng rng = x.requireTape().rng();
        Tensor mask = x.requireTape().allocate(x.shape());
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
                || embeddingDimension * 3 != x.shape().size(-1)
                || heads < 1
                || embeddingDimension % heads != 0) {
            throw new IllegalArgumentException("causal self-attention needs shape (B, T, 3·C) with C a multiple of the "
                    + heads + " heads, got " + x.shape());
        }
        int t = x.shape().size(1);
        Tensor weights = x.requireTape().allocate(Shape.of(x.shape().size(0), heads, t, t));
        Tensor y = x.requireTape().allocate(x.shape().withSize(-1, embeddingDimension));
        HeadsView[] in = qkvHeads(x.value(), heads);
        Attention.forward(in[0], in[1], in[2], true, weights.data(), outputHeads(y, heads));
        return x.requireTape().result(new Operation.CausalSelfAttention(heads, weights), y, List.of(x));
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
