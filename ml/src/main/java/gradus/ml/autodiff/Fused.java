package gradus.ml.autodiff;

import gradus.ml.kernel.Attention;
import gradus.ml.kernel.Heads;
import gradus.ml.kernel.Rows;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Compute;
import gradus.ml.tensor.Shape;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// Operations that could be put together from those of [Variable], and are done in one go because that is
/// faster or keeps more digits.
public final class Fused {

    private Fused() {}

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
        Variable in = x.dense();
        Tape tape = Tape.of(x, w, b);
        Tensor y = tape.take(x.shape().with(-1, w.shape().size(1)));
        Tensor flat = rows(y);
        Compute.copy(b.value().broadcastTo(flat.shape()), flat, false);
        Compute.matmul(rows(in.value()), w.value(), flat, true);
        return tape.result(new Operation.Linear(), y, List.of(in, w, b));
    }

    /// Rows of `table` `(V, C)`, shape `(rows.length, C)`: an embedding.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    /// @throws IllegalArgumentException if the table has not two axes, or is on another tape
    public static Variable gather(Tape tape, Variable table, int[] rows) {
        if (table.shape().rank() != 2) {
            throw new IllegalArgumentException("a table of rows has shape (V, C), got " + table.shape());
        }
        Variable x = table.dense();
        tape.admit(x);
        Tensor value = x.value();
        int count = value.size(0);
        int width = value.size(1);
        Tensor taken = tape.take(Shape.of(rows.length, width));
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= count) {
                throw new IndexOutOfBoundsException("there is no row " + rows[i] + " (asked for at index " + i
                        + ") in a table of " + count + " rows");
            }
            System.arraycopy(value.data(), value.offset() + rows[i] * width, taken.data(), i * width, width);
        }
        return tape.result(new Operation.Gather(rows.clone()), taken, List.of(x));
    }

    /// Several variables one after the other along an axis.
    public static Variable concat(int axis, Variable... parts) {
        Tape tape = Tape.of(parts);
        int along = parts[0].shape().axis(axis);
        int size = 0;
        for (Variable part : parts) {
            if (part.shape().rank() != parts[0].shape().rank()
                    || !part.shape().with(along, 1).equals(parts[0].shape().with(along, 1))) {
                throw new IllegalArgumentException(
                        "only axis " + axis + " may differ, got shapes " + parts[0].shape() + " and " + part.shape());
            }
            size += part.shape().size(along);
        }
        Tensor whole = tape.take(parts[0].shape().with(along, size));
        int from = 0;
        for (Variable part : parts) {
            int to = from + part.shape().size(along);
            Compute.copy(part.value(), whole.slice(along, from, to), false);
            from = to;
        }
        return tape.result(new Operation.Concat(along), whole, List.of(parts));
    }

    /// Softmax along the last axis.
    static Variable softmax(Variable x) {
        Tensor y = x.owner().take(x.shape());
        int columns = x.shape().size(-1);
        Tensor value = x.value();
        Rows.softmax(value.data(), value.offset(), y.data(), 0, rows(value).size(0), columns);
        return x.owner().result(new Operation.Softmax(), y, List.of(x));
    }

    /// Normalises each row of the last axis to mean 0 and variance 1, then stretches it by `gain` and moves
    /// it by `bias`, both `(C)`.
    ///
    /// @param epsilon added to the variance, so that a constant row stays finite
    /// @throws IllegalArgumentException if gain or bias have another size than the last axis, with the
    ///     shapes
    public static Variable layerNorm(Variable input, Variable gain, Variable bias, float epsilon) {
        Variable x = input.dense();
        Variable g = gain.dense();
        Variable b = bias.dense();
        int columns = x.shape().size(-1);
        if (g.shape().count() != columns || b.shape().count() != columns) {
            throw new IllegalArgumentException("gain and bias have the size of the last axis of " + x.shape() + ", got "
                    + gain.shape() + " and " + bias.shape());
        }
        Tape tape = Tape.of(x, g, b);
        Tensor value = rows(x.value());
        Tensor y = tape.take(x.shape());
        Tensor moments = tape.take(Shape.of(value.size(0), 2));
        Rows.layerNorm(
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
                moments.data());
        return tape.result(new Operation.LayerNorm(moments), y, List.of(x, g, b));
    }

    /// The mean, over rows, of `−ln softmax(logits)[target]`: how surprised a model is by what came, in
    /// nats.
    ///
    /// @param logits shape `(…, classes)`
    /// @param targets the class of each row, from 0 on; a row whose target is −1 counts for nothing
    /// @throws IllegalArgumentException if there is not one target for each row, or a target is no class
    public static Variable crossEntropy(Variable logits, int[] targets) {
        Variable x = logits.dense();
        Tensor value = rows(x.value());
        int columns = value.size(1);
        if (targets.length != value.size(0)) {
            throw new IllegalArgumentException(
                    "logits of shape " + x.shape() + " need " + value.size(0) + " targets, got " + targets.length);
        }
        Tensor probabilities = x.owner().take(x.shape());
        Rows.softmax(value.data(), value.offset(), probabilities.data(), 0, targets.length, columns);
        double sum = 0;
        int counted = 0;
        for (int r = 0; r < targets.length; r++) {
            if (targets[r] < -1 || targets[r] >= columns) {
                throw new IllegalArgumentException("target " + targets[r] + " at index " + r
                        + " is no class: there are " + columns + ", counted from 0, and -1 for none");
            }
            if (targets[r] >= 0) {
                sum += surprise(
                        value.data(),
                        value.offset() + r * columns,
                        probabilities.data(),
                        r * columns,
                        columns,
                        targets[r]);
                counted++;
            } else {
                // What counts for nothing has no slope.
                Arrays.fill(probabilities.data(), r * columns, (r + 1) * columns, 0f);
            }
        }
        Tensor loss = x.owner().take(Shape.of());
        loss.data()[0] = (float) (sum / Math.max(1, counted));
        return x.owner().result(new Operation.CrossEntropy(targets.clone(), counted, probabilities), loss, List.of(x));
    }

    /// `−ln p[target]`, by way of the most likely class: its probability cannot vanish as that of the
    /// target can.
    private static double surprise(float[] logits, int at, float[] p, int pt, int n, int target) {
        int most = 0;
        for (int i = 1; i < n; i++) {
            most = logits[at + i] > logits[at + most] ? i : most;
        }
        return (double) logits[at + most] - logits[at + target] - Math.log(p[pt + most]);
    }

    /// On a recording tape, each number is set to 0 with probability `rate`, and the others are divided by
    /// `1 − rate`. On a silent one, `x` itself.
    ///
    /// Chance is drawn from the generator of the tape: see [Tape#recording(Rng)].
    ///
    /// @throws IllegalStateException if the tape records and has no generator
    public static Variable dropout(Variable x, double rate) {
        if (rate == 0 || !x.owner().records()) {
            return x;
        }
        Rng rng = x.owner().rng();
        Tensor mask = x.owner().take(x.shape());
        float kept = (float) (1 / (1 - rate));
        for (int i = 0; i < mask.count(); i++) {
            mask.data()[i] = rng.nextDouble() < rate ? 0 : kept;
        }
        return x.times(x.constant(mask));
    }

    /// Causal self-attention: from `(B, T, 3·C)`, queries, keys and values side by side, to `(B, T, C)`.
    ///
    /// @param heads how many heads share the C numbers of a place
    /// @throws IllegalArgumentException if the shape is another, or C is no multiple of `heads`
    public static Variable selfAttention(Variable qkv, int heads) {
        Variable x = qkv.dense();
        int width = x.shape().size(-1) / 3;
        if (x.shape().rank() != 3 || width * 3 != x.shape().size(-1) || heads < 1 || width % heads != 0) {
            throw new IllegalArgumentException("self-attention needs shape (B, T, 3·C), with C a multiple of the "
                    + heads + " heads, got " + x.shape());
        }
        int t = x.shape().size(1);
        Tensor weights = x.owner().take(Shape.of(x.shape().size(0), heads, t, t));
        Tensor y = x.owner().take(x.shape().with(-1, width));
        Heads[] in = heads(x.value(), heads);
        Attention.forward(in[0], in[1], in[2], true, weights.data(), joined(y, heads));
        return x.owner().result(new Operation.SelfAttention(heads, weights), y, List.of(x));
    }

    /// Queries, keys and values of `(B, T, 3·C)`.
    static Heads[] heads(Tensor qkv, int heads) {
        int width = qkv.size(-1) / 3;
        Heads[] three = new Heads[3];
        for (int i = 0; i < 3; i++) {
            three[i] = heads(qkv, i * width, width, heads);
        }
        return three;
    }

    /// The heads of `(B, T, C)`.
    static Heads joined(Tensor x, int heads) {
        return heads(x, 0, x.size(-1), heads);
    }

    private static Heads heads(Tensor x, int offset, int width, int heads) {
        int stride = x.size(-1);
        int each = width / heads;
        return new Heads(
                x.data(), x.offset() + offset, x.size(0), heads, x.size(1), each, x.size(1) * stride, each, stride);
    }

    /// All axes but the last taken as one, of numbers that lie row after row.
    static Tensor rows(Tensor x) {
        return x.reshape(x.shape().without(-1).count(), x.size(-1));
    }
}
