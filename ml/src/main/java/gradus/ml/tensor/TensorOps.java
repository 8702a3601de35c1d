package gradus.ml.tensor;

import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.Elementwise;
import gradus.ml.kernel.FloatView;
import gradus.ml.kernel.Gemm;
import gradus.ml.kernel.Reductions;
import gradus.ml.kernel.Rowwise;
import gradus.ml.kernel.UnaryFunction;
import java.util.Arrays;

/// Tensor operations that write their result into an existing tensor (the `out` argument of NumPy and
/// PyTorch). With `accumulate`, they add the result to what the tensor holds, instead of replacing it.
///
/// The result tensor must have the shape that the operands give, which is not checked here, and must be
/// contiguous unless stated otherwise. Operands may be any view unless stated otherwise, also of the array of
/// the result. Each write counts as one in [Tensor#version] of the result tensor.
public final class TensorOps {

    /// How many elements of a row are copied at a time if they are not adjacent in memory.
    private static final int CHUNK = 1024;

    private TensorOps() {}

    /// `to = source`, or `to = to + source` with `accumulate`; both may be any view.
    public static void copy(Tensor source, Tensor to, boolean accumulate) {
        to.incrementVersion();
        Tensor from = apart(source, to);
        if (from.isContiguous() && to.isContiguous()) {
            if (accumulate) {
                Elementwise.affine(from.data, from.offset, 1, 0, to.data, to.offset, to.elementCount(), true);
            } else {
                System.arraycopy(from.data, from.offset, to.data, to.offset, to.elementCount());
            }
            return;
        }
        StridedLoop.of(to.shape()).forEachRow(from, to, (f, t, n, fs, ts) -> {
            if (fs == 1 && ts == 1) {
                if (accumulate) {
                    Elementwise.affine(from.data, f, 1, 0, to.data, t, n, true);
                } else {
                    System.arraycopy(from.data, f, to.data, t, n);
                }
                return;
            }
            for (int i = 0; i < n; i++) {
                float value = from.data[f + i * fs];
                to.data[t + i * ts] = accumulate ? to.data[t + i * ts] + value : value;
            }
        });
    }

    /// `y = f(x)`.
    public static void map(UnaryFunction f, Tensor x, Tensor y) {
        y.incrementVersion();
        Tensor flat = contiguous(x, y);
        Elementwise.map(f, flat.data, flat.offset, y.data, y.offset, y.elementCount());
    }

    /// Backward pass (vector–Jacobian product) of `y = f(x)`: `dx = dy·f'(x)`. `y` and `dy` must be
    /// contiguous.
    public static void mapBackward(UnaryFunction f, Tensor x, Tensor y, Tensor dy, Tensor dx, boolean accumulate) {
        dx.incrementVersion();
        Tensor flat = contiguous(x, dx);
        Elementwise.mapBackward(
                f,
                flat.data,
                flat.offset,
                y.data,
                y.offset,
                dy.data,
                dy.offset,
                dx.data,
                dx.offset,
                dx.elementCount(),
                accumulate);
    }

    /// `y = factor·x + term`.
    public static void affine(Tensor x, float factor, float term, Tensor y, boolean accumulate) {
        y.incrementVersion();
        Tensor flat = contiguous(x, y);
        Elementwise.affine(flat.data, flat.offset, factor, term, y.data, y.offset, y.elementCount(), accumulate);
    }

    /// `c = f(left, right)`, where `left` and `right` are broadcast to the shape of `c`.
    public static void zip(BinaryFunction f, Tensor left, Tensor right, Tensor c, boolean accumulate) {
        c.incrementVersion();
        Tensor a = apart(left, c);
        Tensor b = apart(right, c);
        boolean aFits = a.shape().equals(c.shape()) && a.isContiguous();
        if (aFits && b.isContiguous() && b.shape().equals(c.shape())) {
            Elementwise.zip(f, a.data, a.offset, b.data, b.offset, c.data, c.offset, c.elementCount(), accumulate);
        } else if (aFits && b.isContiguous() && isSuffix(b.shape(), c.shape()) && b.elementCount() > 1) {
            int rows = c.elementCount() / b.elementCount();
            Rowwise.zipRow(f, a.data, a.offset, b.data, b.offset, c.data, c.offset, rows, b.elementCount(), accumulate);
        } else {
            zipRows(f, a.broadcastTo(c.shape()), b.broadcastTo(c.shape()), c, accumulate);
        }
    }

    private static void zipRows(BinaryFunction f, Tensor a, Tensor b, Tensor c, boolean accumulate) {
        int n = c.rank() == 0 ? 1 : c.size(-1);
        float[] left = new float[Math.min(n, CHUNK)];
        float[] right = new float[left.length];
        StridedLoop.of(c.shape()).forEachRow(a, b, c, (aOff, bOff, cOff, aStride, bStride) -> {
            for (int from = 0; from < n; from += CHUNK) {
                int size = Math.min(CHUNK, n - from);
                float[] x = chunk(a, aOff + from * aStride, aStride, size, left);
                float[] y = chunk(b, bOff + from * bStride, bStride, size, right);
                int xOff = x == left ? 0 : aOff + from;
                int yOff = y == right ? 0 : bOff + from;
                Elementwise.zip(f, x, xOff, y, yOff, c.data, cOff + from, size, accumulate);
            }
        });
    }

    /// An array with `n` elements of a row next to each other: that of `x` if the stride is 1, else `copy`.
    private static float[] chunk(Tensor x, int xOff, int stride, int n, float[] copy) {
        if (stride == 1) {
            return x.data;
        }
        if (stride == 0) {
            Arrays.fill(copy, 0, n, x.data[xOff]);
        } else {
            for (int i = 0; i < n; i++) {
                copy[i] = x.data[xOff + i * stride];
            }
        }
        return copy;
    }

    /// Sums `x` down to the shape of `sums`, the reverse of [Tensor#broadcastTo]: an axis that has size 1 in
    /// `sums`, or is missing there, is summed over.
    public static void sumTo(Tensor x, Tensor sums, boolean accumulate) {
        sums.incrementVersion();
        Tensor flat = contiguous(x, sums);
        if (sums.elementCount() == 1) {
            float sum = (float) Reductions.sum(flat.data, flat.offset, flat.elementCount());
            sums.data[sums.offset] = accumulate ? sums.data[sums.offset] + sum : sum;
        } else if (isSuffix(sums.shape(), x.shape()) && x.elementCount() > 0) {
            int rows = x.elementCount() / sums.elementCount();
            Rowwise.sumRows(flat.data, flat.offset, sums.data, sums.offset, rows, sums.elementCount(), accumulate);
        } else {
            if (!accumulate) {
                Arrays.fill(sums.data, sums.offset, sums.offset + sums.elementCount(), 0f);
            }
            Tensor broadcast = sums.broadcastTo(x.shape());
            StridedLoop.of(x.shape()).forEachRow(flat, broadcast, (from, to, n, fs, ts) -> {
                if (ts == 0) {
                    broadcast.data[to] += (float) Reductions.sum(flat.data, from, n);
                } else {
                    Elementwise.affine(flat.data, from, 1, 0, broadcast.data, to, n, true);
                }
            });
        }
    }

    /// Maximum along the last axis of `x`, which must be contiguous. Returns the index of the first maximum
    /// in each row (argmax). A row with a NaN has the maximum NaN, at the index of the first one, as in NumPy
    /// and PyTorch.
    ///
    /// @throws IllegalArgumentException if the last axis has size 0
    public static int[] max(Tensor x, Tensor maxima) {
        maxima.incrementVersion();
        int columns = x.size(-1);
        if (columns == 0) {
            throw new IllegalArgumentException(
                    "max needs at least 1 element along the last axis, got shape " + x.shape());
        }
        int[] indices = new int[maxima.elementCount()];
        for (int row = 0; row < indices.length; row++) {
            int xOff = x.offset + row * columns;
            indices[row] = argmax(x.data, xOff, columns);
            maxima.data[maxima.offset + row] = x.data[xOff + indices[row]];
        }
        return indices;
    }

    /// The index of the first NaN among `n` elements, or else of the first maximum.
    static int argmax(float[] x, int xOff, int n) {
        int argmax = 0;
        for (int i = 0; i < n && !Float.isNaN(x[xOff + argmax]); i++) {
            // False only for a number up to the maximum so far: NaN is not.
            argmax = x[xOff + i] <= x[xOff + argmax] ? argmax : i;
        }
        return argmax;
    }

    /// The shape of a batched matrix product: see [Tensor#matmul].
    ///
    /// @throws IllegalArgumentException if a rank is below 2, the inner sizes differ, or the batch axes
    ///     cannot be broadcast
    public static Shape matmulShape(Shape a, Shape b) {
        if (a.rank() < 2 || b.rank() < 2 || a.size(-1) != b.size(-2)) {
            throw new IllegalArgumentException("matmul needs shapes (…, m, k) and (…, k, n), got " + a + " and " + b);
        }
        Shape batchA = a.without(-1).without(-1);
        Shape batchB = b.without(-1).without(-1);
        if (!batchA.isBroadcastableWith(batchB)) {
            throw new IllegalArgumentException(
                    "cannot broadcast the batch axes of matmul: sizes before the last two axes"
                            + " must be equal or 1, got shapes " + a + " and " + b);
        }
        return append(batchA.broadcast(batchB), a.size(-2), b.size(-1));
    }

    /// `c = left·right`, the batched matrix product.
    public static void matmul(Tensor left, Tensor right, Tensor c, boolean accumulate) {
        c.incrementVersion();
        Tensor a = left.data == c.data ? left.copy() : left;
        Tensor b = right.data == c.data ? right.copy() : right;
        if (b.rank() == 2 && a.rank() > 2 && a.isContiguous()) {
            int rows = a.shape().without(-1).elementCount();
            Gemm.multiply(
                    view(a.reshape(rows, a.size(-1)), 0), view(b, 0), view(c.reshape(rows, c.size(-1)), 0), accumulate);
            return;
        }
        Shape batch = c.shape().without(-1).without(-1);
        Tensor broadcastA = a.broadcastTo(append(batch, a.size(-2), a.size(-1)));
        Tensor broadcastB = b.broadcastTo(append(batch, b.size(-2), b.size(-1)));
        int[] aOffsets = matrixOffsets(batch, broadcastA);
        int[] bOffsets = matrixOffsets(batch, broadcastB);
        int[] cOffsets = matrixOffsets(batch, c);
        Gemm.multiplyBatch(
                batch.elementCount(),
                i -> view(broadcastA, aOffsets[i] - broadcastA.offset),
                i -> view(broadcastB, bOffsets[i] - broadcastB.offset),
                i -> view(c, cOffsets[i] - c.offset),
                accumulate);
    }

    /// The last two axes as a matrix that begins `shift` elements after the first element of `x`.
    private static FloatView view(Tensor x, int shift) {
        int rank = x.rank();
        return new FloatView(
                x.data, x.offset + shift, x.size(-2), x.size(-1), x.strides[rank - 2], x.strides[rank - 1]);
    }

    private static Shape append(Shape batch, int rows, int columns) {
        int[] sizes = Arrays.copyOf(batch.sizes(), batch.rank() + 2);
        sizes[sizes.length - 2] = rows;
        sizes[sizes.length - 1] = columns;
        return Shape.of(sizes);
    }

    /// The array index where each matrix of the batch begins.
    private static int[] matrixOffsets(Shape batch, Tensor x) {
        int[] offsets = new int[batch.elementCount()];
        int[] index = new int[batch.rank()];
        for (int i = 0; i < offsets.length; i++) {
            int offset = x.offset;
            int rest = i;
            for (int axis = index.length - 1; axis >= 0; axis--) {
                offset += rest % batch.size(axis) * x.strides[axis];
                rest /= batch.size(axis);
            }
            offsets[i] = offset;
        }
        return offsets;
    }

    /// A contiguous tensor with the elements of `x`: `x` itself if possible, else a copy, as in [#apart].
    private static Tensor contiguous(Tensor x, Tensor result) {
        return x.isContiguous() ? apart(x, result) : x.copy();
    }

    /// `x`, or a copy if it is another view of the array of `result`: else elements would be overwritten
    /// before they are read.
    private static Tensor apart(Tensor x, Tensor result) {
        boolean inPlace = x.offset == result.offset
                && x.shape().equals(result.shape())
                && Arrays.equals(x.strides, result.strides);
        return x.data != result.data || inPlace ? x : x.copy();
    }

    /// Whether the last axes of `longer` are those of `shape`.
    private static boolean isSuffix(Shape shape, Shape longer) {
        if (shape.rank() > longer.rank()) {
            return false;
        }
        for (int i = 1; i <= shape.rank(); i++) {
            if (shape.size(-i) != longer.size(-i)) {
                return false;
            }
        }
        return true;
    }
}
