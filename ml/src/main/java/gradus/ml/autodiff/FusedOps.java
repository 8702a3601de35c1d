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

/// Operations that could be put together from those of [Variable], and are done in one go because that is
/// faster or keeps more digits.
public final class FusedOps {

    private FusedOps() {}

    /// `x·w + b`: for each row of x `(…, n)`, w `(n, m)` and b `(m)`, a row of `(…, m)`.
    ///
    /// @throws IllegalArgumentException if they have other shapes, with all three
    public static Variable linear(Variable x, Variable w, Variable b) {
        if (x.shape().rank() == 0
                || w.shape().rank() != 2
                || x.shape().size(-1) != w.shape().size(0)
                || !b.shape().equals(w.shape().without(0))) {
            throw new IllegalArgumentException("a linear layer needs shapes (…, n), (n, m) and (m), got " + x.shape()
                    + ", " + w.shape() + " and " + b.shape());
        }
        Variable in = x.contiguous();
        Tape tape = Tape.commonTape(x, w, b);
        Tensor y = tape.allocate(x.shape().withSize(-1, w.shape().size(1)));
        Tensor flat = asMatrix(y);
        TensorOps.copy(b.value().broadcastTo(flat.shape()), flat, false);
        TensorOps.matmul(asMatrix(in.value()), w.value(), flat, true);
        return tape.result(new Operation.Linear(), y, List.of(in, w, b));
    }

    /// Rows of `table` `(V, C)`, shape `(indices.length, C)`: an embedding.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    /// @throws IllegalArgumentException if the table has not two axes, or is on another tape
    public static Variable gather(Tape tape, Variable table, int[] indices) {
        if (table.shape().rank() != 2) {
            throw new IllegalArgumentException("a table of rows has shape (V, C), got " + table.shape());
        }
        Variable x = table.contiguous();
        tape.requireSameTape(x);
        Tensor value = x.value();
        int count = value.size(0);
        int columns = value.size(1);
        Tensor gathered = tape.allocate(Shape.of(indices.length, columns));
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < 0 || indices[i] >= count) {
                throw new IndexOutOfBoundsException("there is no row " + indices[i] + " (asked for at index " + i
                        + ") in a table of " + count + " rows");
            }
            System.arraycopy(
                    value.data(), value.offset() + indices[i] * columns, gathered.data(), i * columns, columns);
        }
        return tape.result(new Operation.Gather(indices.clone()), gathered, List.of(x));
    }

    /// Several variables one after the other along an axis.
    public static Variable concat(int axis, Variable... parts) {
        Tape tape = Tape.commonTape(parts);
        int along = parts[0].shape().normaliseAxis(axis);
        int size = 0;
        for (Variable part : parts) {
            if (part.shape().rank() != parts[0].shape().rank()
                    || !part.shape().withSize(along, 1).equals(parts[0].shape().withSize(along, 1))) {
                throw new IllegalArgumentException(
                        "only axis " + axis + " may differ, got shapes " + parts[0].shape() + " and " + part.shape());
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

    /// Softmax along the last axis.
    static Variable softmax(Variable x) {
        Tensor y = x.requireTape().allocate(x.shape());
        int columns = x.shape().size(-1);
        Tensor value = x.value();
        Rowwise.softmax(
                value.data(), value.offset(), y.data(), 0, asMatrix(value).size(0), columns);
        return x.requireTape().result(new Operation.Softmax(), y, List.of(x));
    }

    /// Normalises each row of the last axis to mean 0 and variance 1, then stretches it by `gain` and moves
    /// it by `bias`, both `(C)`.
    ///
    /// @param epsilon added to the variance, so that a constant row stays finite
    /// @throws IllegalArgumentException if gain or bias have another size than the last axis, with the
    ///     shapes
    public static Variable layerNorm(Variable input, Variable gain, Variable bias, float epsilon) {
        Variable x = input.contiguous();
        Variable g = gain.contiguous();
        Variable b = bias.contiguous();
        int columns = x.shape().size(-1);
        if (g.shape().elementCount() != columns || b.shape().elementCount() != columns) {
            throw new IllegalArgumentException("gain and bias have the size of the last axis of " + x.shape() + ", got "
                    + gain.shape() + " and " + bias.shape());
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

    /// The mean, over rows, of `−ln softmax(logits)[target]`: how surprised a model is by what came, in
    /// nats.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets the class of each row, from 0 on; a row whose target is −1 counts for nothing
    /// @throws IllegalArgumentException if there is not one target for each row, or a target is no class
    public static Variable crossEntropy(Variable logits, int[] targets) {
        Variable x = logits.contiguous();
        Tensor value = asMatrix(x.value());
        int columns = value.size(1);
        if (targets.length != value.size(0)) {
            throw new IllegalArgumentException(
                    "logits of shape " + x.shape() + " need " + value.size(0) + " targets, got " + targets.length);
        }
        Tensor probabilities = x.requireTape().allocate(x.shape());
        Rowwise.softmax(value.data(), value.offset(), probabilities.data(), 0, targets.length, columns);
        double sum = 0;
        int validTargets = 0;
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] < -1 || targets[r] >= columns) {
                throw new IllegalArgumentException("target " + targets[r] + " at index " + r
                        + " is no class: there are " + columns + ", counted from 0, and -1 for none");
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
                // What counts for nothing has no slope.
                Arrays.fill(probabilities.data(), r * columns, (r + 1) * columns, 0f);
            }
        }
        Tensor loss = x.requireTape().allocate(Shape.of());
        loss.data()[0] = (float) (sum / Math.max(1, validTargets));
        return x.requireTape()
                .result(new Operation.CrossEntropy(targets.clone(), validTargets, probabilities), loss, List.of(x));
    }

    /// `−ln p[target]`, by way of the most likely class: its probability cannot vanish as that of the
    /// target can.
    private static double negativeLogLikelihood(float[] logits, int logitsOff, float[] p, int pOff, int n, int target) {
        int argmax = 0;
        for (int i = 1; i < n; i++) {
            argmax = logits[logitsOff + i] > logits[logitsOff + argmax] ? i : argmax;
        }
        return (double) logits[logitsOff + argmax] - logits[logitsOff + target] - Math.log(p[pOff + argmax]);
    }

    /// On a recording tape, each number is set to 0 with probability `rate`, and the others are divided by
    /// `1 − rate`. On a silent one, `x` itself.
    ///
    /// Chance is drawn from the generator of the tape: see [Tape#recording(Rng)].
    ///
    /// @throws IllegalStateException if the tape records and has no generator
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

    /// Causal self-attention: from `(B, T, 3·C)`, queries, keys and values side by side, to `(B, T, C)`.
    ///
    /// @param heads how many heads share the C numbers of a place
    /// @throws IllegalArgumentException if the shape is another, or C is no multiple of `heads`
    public static Variable causalSelfAttention(Variable qkv, int heads) {
        Variable x = qkv.contiguous();
        int embeddingDimension = x.shape().size(-1) / 3;
        if (x.shape().rank() != 3
                || embeddingDimension * 3 != x.shape().size(-1)
                || heads < 1
                || embeddingDimension % heads != 0) {
            throw new IllegalArgumentException("self-attention needs shape (B, T, 3·C), with C a multiple of the "
                    + heads + " heads, got " + x.shape());
        }
        int t = x.shape().size(1);
        Tensor weights = x.requireTape().allocate(Shape.of(x.shape().size(0), heads, t, t));
        Tensor y = x.requireTape().allocate(x.shape().withSize(-1, embeddingDimension));
        HeadsView[] in = qkvHeads(x.value(), heads);
        Attention.forward(in[0], in[1], in[2], true, weights.data(), outputHeads(y, heads));
        return x.requireTape().result(new Operation.CausalSelfAttention(heads, weights), y, List.of(x));
    }

    /// Queries, keys and values of `(B, T, 3·C)`.
    static HeadsView[] qkvHeads(Tensor qkv, int heads) {
        int embeddingDimension = qkv.size(-1) / 3;
        HeadsView[] three = new HeadsView[3];
        for (int i = 0; i < 3; i++) {
            three[i] = heads(qkv, i * embeddingDimension, embeddingDimension, heads);
        }
        return three;
    }

    /// The heads of `(B, T, C)`.
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

    /// All axes but the last taken as one, of numbers that lie row after row.
    static Tensor asMatrix(Tensor x) {
        return x.reshape(x.shape().without(-1).elementCount(), x.size(-1));
    }
}
