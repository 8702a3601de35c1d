package gradus.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The fast product of one row with a matrix of `float`: each number of the matrix is needed once, so
/// memory sets the pace and nothing is worth copying.
final class FloatRow {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /// How many numbers of the matrix one piece of the work takes.
    private static final int PIECE = 1 << 15;

    private FloatRow() {}

    /// Whether [#multiply] can read `b` as it lies.
    static boolean fits(FloatView b) {
        return b.columnStride() == 1 || b.rowStride() == 1;
    }

    /// `c = a·b`, or with `add` `c = c + a·b`, for row `row` of `a` and of `c`, whose numbers lie side by
    /// side.
    static void multiply(FloatView a, FloatView b, FloatView c, int row, boolean add, boolean share) {
        int depth = a.columns();
        float[] factors = Scratch.FLOATS.take(depth);
        for (int p = 0; p < depth; p++) {
            factors[p] = a.data()[a.offset() + row * a.rowStride() + p * a.columnStride()];
        }
        int ct = c.offset() + row * c.rowStride();
        if (!share) {
            if (b.columnStride() != 1) {
                dots(factors, b, c.data(), ct, 0, c.columns(), add);
            } else {
                sums(factors, 0, depth, b, c.data(), ct, 0, c.columns(), add);
            }
        } else if (b.columnStride() != 1) {
            Threads.runs(
                    c.columns(),
                    Math.max(1, PIECE / depth),
                    (from, to) -> dots(factors, b, c.data(), ct, from, to, add));
        } else if (depth <= c.columns() || depth * (long) c.columns() <= PIECE) {
            int run = Math.max(4 * WIDTH, PIECE / depth / WIDTH * WIDTH);
            Threads.runs(c.columns(), run, (from, to) -> sums(factors, 0, depth, b, c.data(), ct, from, to, add));
        } else {
            tall(factors, depth, b, c, ct, add);
        }
        Scratch.FLOATS.give(factors);
    }

    /// A high and slim `b`: pieces of its rows give sums, which are added up in their order.
    private static void tall(float[] factors, int depth, FloatView b, FloatView c, int ct, boolean add) {
        int columns = c.columns();
        int run = Math.max(1, PIECE / columns);
        int pieces = (depth + run - 1) / run;
        float[] partial = Scratch.FLOATS.take(pieces * columns);
        Threads.runs(
                depth, run, (from, to) -> sums(factors, from, to, b, partial, from / run * columns, 0, columns, false));
        for (int j = 0; j < columns; j++) {
            float sum = add ? c.data()[ct + j] : 0;
            for (int i = 0; i < pieces; i++) {
                sum += partial[i * columns + j];
            }
            c.data()[ct + j] = sum;
        }
        Scratch.FLOATS.give(partial);
    }

    /// Columns `from` to `to - 1`: the sum of rows `first` to `last - 1` of `b`, each times its factor.
    private static void sums(
            float[] factors, int first, int last, FloatView b, float[] c, int ct, int from, int to, boolean add) {
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
            put(c0, c, ct + j, add);
            put(c1, c, ct + j + WIDTH, add);
            put(c2, c, ct + j + 2 * WIDTH, add);
            put(c3, c, ct + j + 3 * WIDTH, add);
        }
        for (; j + WIDTH <= to; j += WIDTH) {
            FloatVector c0 = FloatVector.zero(LANES);
            for (int p = first, at = start + j; p < last; p++, at += step) {
                c0 = FloatVector.broadcast(LANES, factors[p]).fma(FloatVector.fromArray(LANES, data, at), c0);
            }
            put(c0, c, ct + j, add);
        }
        for (; j < to; j++) {
            float sum = add ? c[ct + j] : 0;
            for (int p = first, at = start + j; p < last; p++, at += step) {
                sum += factors[p] * data[at];
            }
            c[ct + j] = sum;
        }
    }

    /// Columns `from` to `to - 1` of a `b` whose columns lie side by side: a dot product for each.
    private static void dots(float[] factors, FloatView b, float[] c, int ct, int from, int to, boolean add) {
        for (int j = from; j < to; j++) {
            float dot = dot(factors, b.data(), b.offset() + j * b.columnStride(), b.rows());
            c[ct + j] = add ? c[ct + j] + dot : dot;
        }
    }

    /// Four sums at a time: one alone would wait for each addition.
    private static float dot(float[] a, float[] b, int bt, int n) {
        FloatVector zero = FloatVector.zero(LANES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        int i = 0;
        for (; i + 4 * WIDTH <= n; i += 4 * WIDTH) {
            s0 = FloatVector.fromArray(LANES, a, i).fma(FloatVector.fromArray(LANES, b, bt + i), s0);
            s1 = FloatVector.fromArray(LANES, a, i + WIDTH).fma(FloatVector.fromArray(LANES, b, bt + i + WIDTH), s1);
            s2 = FloatVector.fromArray(LANES, a, i + 2 * WIDTH)
                    .fma(FloatVector.fromArray(LANES, b, bt + i + 2 * WIDTH), s2);
            s3 = FloatVector.fromArray(LANES, a, i + 3 * WIDTH)
                    .fma(FloatVector.fromArray(LANES, b, bt + i + 3 * WIDTH), s3);
        }
        for (; i + WIDTH <= n; i += WIDTH) {
            s0 = FloatVector.fromArray(LANES, a, i).fma(FloatVector.fromArray(LANES, b, bt + i), s0);
        }
        float sum = FloatLanes.sum(s0.add(s1).add(s2.add(s3)));
        for (; i < n; i++) {
            sum += a[i] * b[bt + i];
        }
        return sum;
    }

    private static void put(FloatVector v, float[] c, int at, boolean add) {
        if (add) {
            v.add(FloatVector.fromArray(LANES, c, at)).intoArray(c, at);
        } else {
            v.intoArray(c, at);
        }
    }
}
