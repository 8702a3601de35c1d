package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// SIMD vector–matrix product for `float`: each element of the matrix is used once, so the product is
/// limited by memory bandwidth and packing would make it slower.
final class FloatGemv {

    private static final VectorSpecies<Float> LANES = FloatLanes.SPECIES;
    private static final int WIDTH = LANES.length();
    private static final int SLOTS = FloatLanes.SLOTS;

    /// Elements of the matrix per chunk of parallel work.
    private static final int CHUNK = 1 << 15;

    private FloatGemv() {}

    /// `c = a·b`, or `c = c + a·b` with `accumulate`, for row `row` of `a` and of `c`, whose elements
    /// are contiguous in `c`. The elements of a column of `b` are contiguous if `dots`, otherwise those of a
    /// row.
    static void multiply(
            FloatView a, FloatView b, FloatView c, int row, boolean dots, boolean accumulate, boolean parallel) {
        int depth = a.columns();
        float[] factors = ScratchBuffers.FLOATS.acquire(depth);
        for (int p = 0; p < depth; p++) {
            factors[p] = a.data()[a.offset() + row * a.rowStride() + p * a.columnStride()];
        }
        int cOff = c.offset() + row * c.rowStride();
        if (dots) {
            inRanges(
                    c.columns(),
                    Math.max(1, CHUNK / depth),
                    parallel,
                    (from, to) -> dots(factors, b, c.data(), cOff, from, to, accumulate));
        } else if (depth <= c.columns() || depth * (long) c.columns() <= CHUNK || !parallel) {
            inRanges(
                    c.columns(),
                    Math.max(4 * WIDTH, CHUNK / depth / WIDTH * WIDTH),
                    parallel,
                    (from, to) -> sums(factors, depth, b, c.data(), cOff, from, to, accumulate));
        } else {
            multiplyTall(factors, depth, b, c, cOff, accumulate);
        }
        ScratchBuffers.FLOATS.release(factors);
    }

    private static void inRanges(int n, int chunkSize, boolean parallel, Threads.RangeBody body) {
        if (parallel) {
            Threads.parallelRanges(n, chunkSize, body);
        } else {
            body.accept(0, n);
        }
    }

    /// A tall and narrow `b`: the sums of the blocks of its rows are computed at the same time, and are added
    /// in order.
    private static void multiplyTall(
            float[] factors, int depth, FloatView b, FloatView c, int cOff, boolean accumulate) {
        int columns = c.columns();
        int blockDepth = SummationOrder.blockDepth(depth);
        int blocks = (depth + blockDepth - 1) / blockDepth;
        float[] partial = ScratchBuffers.FLOATS.acquire(blocks * columns);
        Threads.parallelRanges(blocks, Math.max(1, CHUNK / columns / blockDepth), (first, last) -> {
            for (int i = first; i < last; i++) {
                int to = Math.min(depth, (i + 1) * blockDepth);
                sums(factors, i * blockDepth, to, b, partial, i * columns, 0, columns, false);
            }
        });
        for (int j = 0; j < columns; j++) {
            float sum = accumulate ? c.data()[cOff + j] + partial[j] : partial[j];
            for (int i = 1; i < blocks; i++) {
                sum += partial[i * columns + j];
            }
            c.data()[cOff + j] = sum;
        }
        ScratchBuffers.FLOATS.release(partial);
    }

    /// Columns `from` to `to - 1`, block by block.
    private static void sums(
            float[] factors, int depth, FloatView b, float[] c, int cOff, int from, int to, boolean accumulate) {
        int blockDepth = SummationOrder.blockDepth(depth);
        for (int first = 0; first < depth; first += blockDepth) {
            int last = Math.min(depth, first + blockDepth);
            sums(factors, first, last, b, c, cOff, from, to, accumulate || first > 0);
        }
    }

    /// Columns `from` to `to - 1`: the sum of rows `first` to `last - 1` of `b`, each times its factor.
    private static void sums(
            float[] factors,
            int first,
            int last,
            FloatView b,
            float[] c,
            int cOff,
            int from,
            int to,
            boolean accumulate) {
        float[] data = b.data();
        int step = b.rowStride();
        int start = b.offset() + first * step;
        int j = from;
        for (; j + 4 * WIDTH <= to; j += 4 * WIDTH) {
            FloatVector zero = FloatVector.zero(LANES);
            FloatVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
            for (int p = first, at = start + j; p < last; p++, at += step) {
                FloatVector factor = FloatVector.broadcast(LANES, factors[p]);
                c0 = factor.fma(FloatVector.fromArray(LANES, data, at), c0);
                c1 = factor.fma(FloatVector.fromArray(LANES, data, at + WIDTH), c1);
                c2 = factor.fma(FloatVector.fromArray(LANES, data, at + 2 * WIDTH), c2);
                c3 = factor.fma(FloatVector.fromArray(LANES, data, at + 3 * WIDTH), c3);
            }
            store(c0, c, cOff + j, accumulate);
            store(c1, c, cOff + j + WIDTH, accumulate);
            store(c2, c, cOff + j + 2 * WIDTH, accumulate);
            store(c3, c, cOff + j + 3 * WIDTH, accumulate);
        }
        for (; j + WIDTH <= to; j += WIDTH) {
            FloatVector c0 = FloatVector.zero(LANES);
            for (int p = first, at = start + j; p < last; p++, at += step) {
                c0 = FloatVector.broadcast(LANES, factors[p]).fma(FloatVector.fromArray(LANES, data, at), c0);
            }
            store(c0, c, cOff + j, accumulate);
        }
        if (j < to) {
            VectorMask<Float> rest = LANES.indexInRange(j, to);
            FloatVector c0 = FloatVector.zero(LANES);
            for (int p = first, at = start + j; p < last; p++, at += step) {
                c0 = FloatVector.broadcast(LANES, factors[p]).fma(FloatVector.fromArray(LANES, data, at, rest), c0);
            }
            FloatVector sum = accumulate ? c0.add(FloatVector.fromArray(LANES, c, cOff + j, rest)) : c0;
            sum.intoArray(c, cOff + j, rest);
        }
    }

    /// Columns `from` to `to - 1` of a `b` with contiguous columns: one dot product each.
    private static void dots(float[] factors, FloatView b, float[] c, int cOff, int from, int to, boolean accumulate) {
        for (int j = from; j < to; j++) {
            float dot = dot(factors, b.data(), b.offset() + j * b.columnStride(), b.rows());
            c[cOff + j] = accumulate ? c[cOff + j] + dot : dot;
        }
    }

    /// A long sum of [SummationOrder]. Its two halves are a vector each, or two if vectors are shorter; with
    /// the shortest, only every other group of numbers is added at a time.
    ///
    /// The halves take turns in one loop. With a branch for an odd number of groups, code compiled for even
    /// numbers became four times slower for good once it met an odd one.
    private static float dot(float[] x, float[] y, int yOff, int n) {
        FloatVector total = FloatVector.zero(LANES);
        for (int lane = 0; lane < SLOTS; lane += 2 * WIDTH) {
            FloatVector a0 = FloatVector.zero(LANES), a1 = a0;
            FloatVector b0 = a0, b1 = a0;
            for (int i = lane; i <= n - SLOTS + lane; i += SLOTS) {
                FloatVector next0 = addProducts(x, i, y, yOff, a0);
                a0 = b0;
                b0 = next0;
                if (WIDTH < SLOTS) {
                    FloatVector next1 = addProducts(x, i + WIDTH, y, yOff, a1);
                    a1 = b1;
                    b1 = next1;
                }
            }
            total = FloatLanes.add(total, a0.add(b0));
            total = WIDTH < SLOTS ? FloatLanes.add(total, a1.add(b1)) : total;
        }
        float dot = FloatLanes.sum(total);
        for (int i = n & -SLOTS; i < n; i++) {
            dot = Math.fma(x[i], y[yOff + i], dot);
        }
        return dot;
    }

    private static FloatVector addProducts(float[] x, int i, float[] y, int yOff, FloatVector sum) {
        return FloatVector.fromArray(LANES, x, i).fma(FloatVector.fromArray(LANES, y, yOff + i), sum);
    }

    private static void store(FloatVector v, float[] c, int at, boolean accumulate) {
        if (accumulate) {
            v.add(FloatVector.fromArray(LANES, c, at)).intoArray(c, at);
        } else {
            v.intoArray(c, at);
        }
    }
}
