package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// SIMD vector–matrix product for `float`: each element of the matrix is used once, so the product is
/// limited by memory bandwidth and packing would make it slower.
final class FloatGemv {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /// Elements of the matrix per chunk of parallel work.
    private static final int CHUNK = 1 << 15;

    private FloatGemv() {}

    /// Whether [#multiply] can read `b` without packing.
    static boolean supports(FloatView b) {
        return b.columnStride() == 1 || b.rowStride() == 1;
    }

    /// `c = a·b`, or `c = c + a·b` with `accumulate`, for row `row` of `a` and of `c`, whose elements
    /// are contiguous in `c`.
    static void multiply(FloatView a, FloatView b, FloatView c, int row, boolean accumulate, boolean parallel) {
        int depth = a.columns();
        float[] factors = ScratchBuffers.FLOATS.acquire(depth);
        for (int p = 0; p < depth; p++) {
            factors[p] = a.data()[a.offset() + row * a.rowStride() + p * a.columnStride()];
        }
        int cOff = c.offset() + row * c.rowStride();
        if (!parallel) {
            if (b.columnStride() != 1) {
                dots(factors, b, c.data(), cOff, 0, c.columns(), accumulate);
            } else {
                sums(factors, 0, depth, b, c.data(), cOff, 0, c.columns(), accumulate);
            }
        } else if (b.columnStride() != 1) {
            Threads.parallelRanges(
                    c.columns(),
                    Math.max(1, CHUNK / depth),
                    (from, to) -> dots(factors, b, c.data(), cOff, from, to, accumulate));
        } else if (depth <= c.columns() || depth * (long) c.columns() <= CHUNK) {
            int chunkSize = Math.max(4 * WIDTH, CHUNK / depth / WIDTH * WIDTH);
            Threads.parallelRanges(
                    c.columns(),
                    chunkSize,
                    (from, to) -> sums(factors, 0, depth, b, c.data(), cOff, from, to, accumulate));
        } else {
            multiplyTall(factors, depth, b, c, cOff, accumulate);
        }
        ScratchBuffers.FLOATS.release(factors);
    }

    /// A tall and narrow `b`: chunks of its rows give partial sums, which are added in order.
    private static void multiplyTall(
            float[] factors, int depth, FloatView b, FloatView c, int cOff, boolean accumulate) {
        int columns = c.columns();
        int chunkSize = Math.max(1, CHUNK / columns);
        int chunks = (depth + chunkSize - 1) / chunkSize;
        float[] partial = ScratchBuffers.FLOATS.acquire(chunks * columns);
        Threads.parallelRanges(
                depth,
                chunkSize,
                (from, to) -> sums(factors, from, to, b, partial, from / chunkSize * columns, 0, columns, false));
        for (int j = 0; j < columns; j++) {
            float sum = accumulate ? c.data()[cOff + j] : 0;
            for (int i = 0; i < chunks; i++) {
                sum += partial[i * columns + j];
            }
            c.data()[cOff + j] = sum;
        }
        ScratchBuffers.FLOATS.release(partial);
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
        for (; j < to; j++) {
            float sum = accumulate ? c[cOff + j] : 0;
            for (int p = first, at = start + j; p < last; p++, at += step) {
                sum += factors[p] * data[at];
            }
            c[cOff + j] = sum;
        }
    }

    /// Columns `from` to `to - 1` of a `b` with contiguous columns: one dot product each.
    private static void dots(float[] factors, FloatView b, float[] c, int cOff, int from, int to, boolean accumulate) {
        for (int j = from; j < to; j++) {
            float dot = dot(factors, b.data(), b.offset() + j * b.columnStride(), b.rows());
            c[cOff + j] = accumulate ? c[cOff + j] + dot : dot;
        }
    }

    /// Four sums at a time, because in a single one each addition would wait for the one before.
    private static float dot(float[] a, float[] b, int bOff, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        int i = 0;
        for (; i + 4 * WIDTH <= n; i += 4 * WIDTH) {
            s0 = FloatVector.fromArray(LANES, a, i).fma(FloatVector.fromArray(LANES, b, bOff + i), s0);
            s1 = FloatVector.fromArray(LANES, a, i + WIDTH).fma(FloatVector.fromArray(LANES, b, bOff + i + WIDTH), s1);
            s2 = FloatVector.fromArray(LANES, a, i + 2 * WIDTH)
                    .fma(FloatVector.fromArray(LANES, b, bOff + i + 2 * WIDTH), s2);
            s3 = FloatVector.fromArray(LANES, a, i + 3 * WIDTH)
                    .fma(FloatVector.fromArray(LANES, b, bOff + i + 3 * WIDTH), s3);
        }
        for (; i + WIDTH <= n; i += WIDTH) {
            s0 = FloatVector.fromArray(LANES, a, i).fma(FloatVector.fromArray(LANES, b, bOff + i), s0);
        }
        float sum = FloatLanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; i < n; i++) {
            sum += a[i] * b[bOff + i];
        }
        return sum;
    }

    private static void store(FloatVector v, float[] c, int at, boolean accumulate) {
        if (accumulate) {
            v.add(FloatVector.fromArray(LANES, c, at)).intoArray(c, at);
        } else {
            v.intoArray(c, at);
        }
    }
}
