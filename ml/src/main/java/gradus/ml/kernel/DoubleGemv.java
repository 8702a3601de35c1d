package gradus.ml.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// SIMD vector–matrix product for `double`: each element of the matrix is used once, so the product is
/// limited by memory bandwidth and packing would make it slower.
final class DoubleGemv {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /// Elements of the matrix per chunk of parallel work.
    private static final int CHUNK = 1 << 15;

    private DoubleGemv() {}

    /// Whether [#multiply] can read `b` without packing.
    static boolean supports(DoubleView b) {
        return b.columnStride() == 1 || b.rowStride() == 1;
    }

    /// `c = a·b`, or `c = c + a·b` with `accumulate`, for row `row` of `a` and of `c`, whose elements
    /// are contiguous in `c`.
    static void multiply(DoubleView a, DoubleView b, DoubleView c, int row, boolean accumulate, boolean parallel) {
        int depth = a.columns();
        double[] factors = ScratchBuffers.DOUBLES.acquire(depth);
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
        ScratchBuffers.DOUBLES.release(factors);
    }

    /// A tall and narrow `b`: chunks of its rows give partial sums, which are added in order.
    private static void multiplyTall(
            double[] factors, int depth, DoubleView b, DoubleView c, int cOff, boolean accumulate) {
        int columns = c.columns();
        int chunkSize = Math.max(1, CHUNK / columns);
        int chunks = (depth + chunkSize - 1) / chunkSize;
        double[] partial = ScratchBuffers.DOUBLES.acquire(chunks * columns);
        Threads.parallelRanges(
                depth,
                chunkSize,
                (from, to) -> sums(factors, from, to, b, partial, from / chunkSize * columns, 0, columns, false));
        for (int j = 0; j < columns; j++) {
            double sum = accumulate ? c.data()[cOff + j] : 0;
            for (int i = 0; i < chunks; i++) {
                sum += partial[i * columns + j];
            }
            c.data()[cOff + j] = sum;
        }
        ScratchBuffers.DOUBLES.release(partial);
    }

    /// Columns `from` to `to - 1`: the sum of rows `first` to `last - 1` of `b`, each times its factor.
    private static void sums(
            double[] factors,
            int first,
            int last,
            DoubleView b,
            double[] c,
            int cOff,
            int from,
            int to,
            boolean accumulate) {
        double[] data = b.data();
        int step = b.rowStride();
        int start = b.offset() + first * step;
        int j = from;
        for (; j + 4 * WIDTH <= to; j += 4 * WIDTH) {
            DoubleVector zero = DoubleVector.zero(LANES);
            DoubleVector c0 = zero, c1 = zero, c2 = zero, c3 = zero;
            for (int p = first, at = start + j; p < last; p++, at += step) {
                DoubleVector factor = DoubleVector.broadcast(LANES, factors[p]);
                c0 = factor.fma(DoubleVector.fromArray(LANES, data, at), c0);
                c1 = factor.fma(DoubleVector.fromArray(LANES, data, at + WIDTH), c1);
                c2 = factor.fma(DoubleVector.fromArray(LANES, data, at + 2 * WIDTH), c2);
                c3 = factor.fma(DoubleVector.fromArray(LANES, data, at + 3 * WIDTH), c3);
            }
            store(c0, c, cOff + j, accumulate);
            store(c1, c, cOff + j + WIDTH, accumulate);
            store(c2, c, cOff + j + 2 * WIDTH, accumulate);
            store(c3, c, cOff + j + 3 * WIDTH, accumulate);
        }
        for (; j + WIDTH <= to; j += WIDTH) {
            DoubleVector c0 = DoubleVector.zero(LANES);
            for (int p = first, at = start + j; p < last; p++, at += step) {
                c0 = DoubleVector.broadcast(LANES, factors[p]).fma(DoubleVector.fromArray(LANES, data, at), c0);
            }
            store(c0, c, cOff + j, accumulate);
        }
        for (; j < to; j++) {
            double sum = accumulate ? c[cOff + j] : 0;
            for (int p = first, at = start + j; p < last; p++, at += step) {
                sum += factors[p] * data[at];
            }
            c[cOff + j] = sum;
        }
    }

    /// Columns `from` to `to - 1` of a `b` with contiguous columns: one dot product each.
    private static void dots(
            double[] factors, DoubleView b, double[] c, int cOff, int from, int to, boolean accumulate) {
        for (int j = from; j < to; j++) {
            double dot = dot(factors, b.data(), b.offset() + j * b.columnStride(), b.rows());
            c[cOff + j] = accumulate ? c[cOff + j] + dot : dot;
        }
    }

    /// Four sums at a time, because in a single one each addition would wait for the one before.
    private static double dot(double[] a, double[] b, int bOff, int n) {
        DoubleVector zero = DoubleVector.zero(LANES);
        DoubleVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        int i = 0;
        for (; i + 4 * WIDTH <= n; i += 4 * WIDTH) {
            s0 = DoubleVector.fromArray(LANES, a, i).fma(DoubleVector.fromArray(LANES, b, bOff + i), s0);
            s1 = DoubleVector.fromArray(LANES, a, i + WIDTH)
                    .fma(DoubleVector.fromArray(LANES, b, bOff + i + WIDTH), s1);
            s2 = DoubleVector.fromArray(LANES, a, i + 2 * WIDTH)
                    .fma(DoubleVector.fromArray(LANES, b, bOff + i + 2 * WIDTH), s2);
            s3 = DoubleVector.fromArray(LANES, a, i + 3 * WIDTH)
                    .fma(DoubleVector.fromArray(LANES, b, bOff + i + 3 * WIDTH), s3);
        }
        for (; i + WIDTH <= n; i += WIDTH) {
            s0 = DoubleVector.fromArray(LANES, a, i).fma(DoubleVector.fromArray(LANES, b, bOff + i), s0);
        }
        double sum = DoubleLanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; i < n; i++) {
            sum += a[i] * b[bOff + i];
        }
        return sum;
    }

    private static void store(DoubleVector v, double[] c, int at, boolean accumulate) {
        if (accumulate) {
            v.add(DoubleVector.fromArray(LANES, c, at)).intoArray(c, at);
        } else {
            v.intoArray(c, at);
        }
    }
}
