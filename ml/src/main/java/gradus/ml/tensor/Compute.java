package gradus.ml.tensor;

import gradus.ml.kernel.Binary;
import gradus.ml.kernel.Elementwise;
import gradus.ml.kernel.FloatView;
import gradus.ml.kernel.Gemm;
import gradus.ml.kernel.Reductions;
import gradus.ml.kernel.Rows;
import gradus.ml.kernel.Unary;
import java.util.Arrays;

/// Operations that write their result into a tensor which is there already; with `add` they add it to what
/// stands there.
///
/// A result has the shape that the operands give together, which is not checked again here, and lies row
/// after row where not said otherwise.
public final class Compute {

    /// So many numbers of a line are copied at a time, where they do not lie next to each other.
    private static final int PIECE = 1024;

    private Compute() {}

    /// `to = from`, or `to = to + from`; both may be any view.
    public static void copy(Tensor from, Tensor to, boolean add) {
        if (from.isContiguous() && to.isContiguous()) {
            if (add) {
                Elementwise.affine(from.data, from.offset, 1, 0, to.data, to.offset, to.count(), true);
            } else {
                System.arraycopy(from.data, from.offset, to.data, to.offset, to.count());
            }
            return;
        }
        Lines.of(to.shape()).each(from, to, (f, t, n, fs, ts) -> {
            if (fs == 1 && ts == 1) {
                if (add) {
                    Elementwise.affine(from.data, f, 1, 0, to.data, t, n, true);
                } else {
                    System.arraycopy(from.data, f, to.data, t, n);
                }
                return;
            }
            for (int i = 0; i < n; i++) {
                float value = from.data[f + i * fs];
                to.data[t + i * ts] = add ? to.data[t + i * ts] + value : value;
            }
        });
    }

    /// `y = f(x)`.
    public static void map(Unary f, Tensor x, Tensor y) {
        Tensor flat = contiguous(x);
        Elementwise.map(f, flat.data, flat.offset, y.data, y.offset, y.count());
    }

    /// `dx = dy·f'(x)`, where `y = f(x)`.
    public static void slope(Unary f, Tensor x, Tensor y, Tensor dy, Tensor dx, boolean add) {
        Tensor flat = contiguous(x);
        Elementwise.slope(
                f, flat.data, flat.offset, y.data, y.offset, dy.data, dy.offset, dx.data, dx.offset, dx.count(), add);
    }

    /// `y = factor·x + term`.
    public static void affine(Tensor x, float factor, float term, Tensor y, boolean add) {
        Tensor flat = contiguous(x);
        Elementwise.affine(flat.data, flat.offset, factor, term, y.data, y.offset, y.count(), add);
    }

    /// `c = f(a, b)`, where `a` and `b` are repeated to the shape of `c`.
    public static void zip(Binary f, Tensor a, Tensor b, Tensor c, boolean add) {
        boolean whole = a.shape().equals(c.shape()) && a.isContiguous();
        if (whole && b.isContiguous() && b.shape().equals(c.shape())) {
            Elementwise.zip(f, a.data, a.offset, b.data, b.offset, c.data, c.offset, c.count(), add);
        } else if (whole && b.isContiguous() && isSuffix(b.shape(), c.shape()) && b.count() > 1) {
            int rows = c.count() / b.count();
            Rows.zipRow(f, a.data, a.offset, b.data, b.offset, c.data, c.offset, rows, b.count(), add);
        } else {
            zipLines(f, a.broadcastTo(c.shape()), b.broadcastTo(c.shape()), c, add);
        }
    }

    private static void zipLines(Binary f, Tensor a, Tensor b, Tensor c, boolean add) {
        int n = c.rank() == 0 ? 1 : c.size(-1);
        float[] left = new float[Math.min(n, PIECE)];
        float[] right = new float[left.length];
        Lines.of(c.shape()).each(a, b, c, (at, bt, ct, as, bs) -> {
            for (int from = 0; from < n; from += PIECE) {
                int size = Math.min(PIECE, n - from);
                float[] x = piece(a, at + from * as, as, size, left);
                float[] y = piece(b, bt + from * bs, bs, size, right);
                int xt = x == left ? 0 : at + from;
                int yt = y == right ? 0 : bt + from;
                Elementwise.zip(f, x, xt, y, yt, c.data, ct + from, size, add);
            }
        });
    }

    /// The array in which `n` numbers lie next to each other: that of `x`, else `copy`.
    private static float[] piece(Tensor x, int at, int stride, int n, float[] copy) {
        if (stride == 1) {
            return x.data;
        }
        if (stride == 0) {
            Arrays.fill(copy, 0, n, x.data[at]);
        } else {
            for (int i = 0; i < n; i++) {
                copy[i] = x.data[at + i * stride];
            }
        }
        return copy;
    }

    /// Adds the numbers of `x` up until its shape is that of `sums`: what [Tensor#broadcastTo] repeats is
    /// summed. `sums` has axes of size 1, or lacks them, where `x` is wide.
    public static void sumTo(Tensor x, Tensor sums, boolean add) {
        Tensor flat = contiguous(x);
        if (sums.count() == 1) {
            float sum = (float) Reductions.sum(flat.data, flat.offset, flat.count());
            sums.data[sums.offset] = add ? sums.data[sums.offset] + sum : sum;
        } else if (isSuffix(sums.shape(), x.shape()) && x.count() > 0) {
            int rows = x.count() / sums.count();
            Rows.sumRows(flat.data, flat.offset, sums.data, sums.offset, rows, sums.count(), add);
        } else {
            if (!add) {
                Arrays.fill(sums.data, sums.offset, sums.offset + sums.count(), 0f);
            }
            Tensor wide = sums.broadcastTo(x.shape());
            Lines.of(x.shape()).each(flat, wide, (from, to, n, fs, ts) -> {
                if (ts == 0) {
                    wide.data[to] += (float) Reductions.sum(flat.data, from, n);
                } else {
                    Elementwise.affine(flat.data, from, 1, 0, wide.data, to, n, true);
                }
            });
        }
    }

    /// The largest numbers of the last axis of `x`, which lies row after row; gives where in each line the
    /// first of them stands.
    ///
    /// @throws IllegalArgumentException if the last axis has size 0
    public static int[] max(Tensor x, Tensor largest) {
        int columns = x.size(-1);
        if (columns == 0) {
            throw new IllegalArgumentException("of no numbers none is the largest, got shape " + x.shape());
        }
        int[] places = new int[largest.count()];
        for (int line = 0; line < places.length; line++) {
            int at = x.offset + line * columns;
            for (int i = 1; i < columns; i++) {
                places[line] = x.data[at + i] > x.data[at + places[line]] ? i : places[line];
            }
            largest.data[largest.offset + line] = x.data[at + places[line]];
        }
        return places;
    }

    /// The shape of a product of matrices.
    ///
    /// @throws IllegalArgumentException if the inner sizes differ, or the axes before them do not meet,
    ///     with both shapes
    public static Shape productShape(Shape a, Shape b) {
        if (a.rank() < 2 || b.rank() < 2 || a.size(-1) != b.size(-2)) {
            throw new IllegalArgumentException(
                    "a product of matrices needs shapes (…, m, k) and (…, k, n), got " + a + " and " + b);
        }
        Shape beforeA = a.without(-1).without(-1);
        Shape beforeB = b.without(-1).without(-1);
        if (!beforeA.meets(beforeB)) {
            throw new IllegalArgumentException("in a product of matrices, the axes before the last two are equal or 1,"
                    + " got shapes " + a + " and " + b);
        }
        return append(beforeA.broadcast(beforeB), a.size(-2), b.size(-1));
    }

    /// `c = a·b`, the product of matrices, whatever views `a` and `b` are.
    public static void matmul(Tensor a, Tensor b, Tensor c, boolean add) {
        if (b.rank() == 2 && a.rank() > 2 && a.isContiguous()) {
            int rows = a.shape().without(-1).count();
            Gemm.multiply(view(a.reshape(rows, a.size(-1)), 0), view(b, 0), view(c.reshape(rows, c.size(-1)), 0), add);
            return;
        }
        Shape before = c.shape().without(-1).without(-1);
        Tensor wideA = a.broadcastTo(append(before, a.size(-2), a.size(-1)));
        Tensor wideB = b.broadcastTo(append(before, b.size(-2), b.size(-1)));
        int[] starts = starts(before, wideA);
        int[] others = starts(before, wideB);
        int[] results = starts(before, c);
        Gemm.multiplyEach(
                before.count(),
                i -> view(wideA, starts[i] - wideA.offset),
                i -> view(wideB, others[i] - wideB.offset),
                i -> view(c, results[i] - c.offset),
                add);
    }

    /// The last two axes as a matrix, `shift` numbers further on.
    private static FloatView view(Tensor x, int shift) {
        int rank = x.rank();
        return new FloatView(
                x.data, x.offset + shift, x.size(-2), x.size(-1), x.strides[rank - 2], x.strides[rank - 1]);
    }

    private static Shape append(Shape before, int rows, int columns) {
        int[] sizes = Arrays.copyOf(before.sizes(), before.rank() + 2);
        sizes[sizes.length - 2] = rows;
        sizes[sizes.length - 1] = columns;
        return Shape.of(sizes);
    }

    /// Where each matrix of a stack of them begins.
    private static int[] starts(Shape before, Tensor x) {
        int[] starts = new int[before.count()];
        int[] index = new int[before.rank()];
        for (int i = 0; i < starts.length; i++) {
            int place = x.offset;
            int rest = i;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                place += rest % before.size(axis) * x.strides[axis];
                rest /= before.size(axis);
            }
            starts[i] = place;
        }
        return starts;
    }

    private static Tensor contiguous(Tensor x) {
        return x.isContiguous() ? x : x.copy();
    }

    /// Whether the last axes of `wide` are those of `shape`.
    private static boolean isSuffix(Shape shape, Shape wide) {
        if (shape.rank() > wide.rank()) {
            return false;
        }
        for (int i = 1; i <= shape.rank(); i++) {
            if (shape.size(-i) != wide.size(-i)) {
                return false;
            }
        }
        return true;
    }
}
