package gradus.ml.kernel;

import java.util.Arrays;

/// What is done to every row of a matrix `(rows, columns)` whose rows lie one after the other.
///
/// Arrays are given with the index where the matrix begins. The result may lie in the place of a matrix
/// that is an argument. With `add`, results are added to what is there. Cost: O(rows·columns); several
/// threads share it where that is much. Sums over rows are taken in pieces of a fixed number of rows, so
/// that they do not depend on the number of threads.
public final class Rows {

    /// So many numbers are one piece of the work.
    private static final int PIECE = 1 << 14;

    private Rows() {}

    /// `y = softmax(x)`: positive numbers in the order of those of `x`, with a sum of 1 in each row.
    public static void softmax(float[] x, int xt, float[] y, int yt, int rows, int columns) {
        share(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                if (Kernels.areFast()) {
                    FastRows.softmax(x, xt + r * columns, y, yt + r * columns, columns);
                } else {
                    PlainRows.softmax(x, xt + r * columns, y, yt + r * columns, columns);
                }
            }
        });
    }

    /// `dx = y·(dy − Σ y·dy)`, where `y = softmax(x)`.
    public static void softmaxSlope(
            float[] y, int yt, float[] dy, int dyt, float[] dx, int dxt, int rows, int columns, boolean add) {
        share(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (Kernels.areFast()) {
                    FastRows.softmaxSlope(y, yt + at, dy, dyt + at, dx, dxt + at, columns, 1, add);
                } else {
                    PlainRows.softmaxSlope(y, yt + at, dy, dyt + at, dx, dxt + at, columns, 1, add);
                }
            }
        });
    }

    /// `y = (x − mean) / √(variance + epsilon)·gain + bias`, with mean and variance of each row.
    ///
    /// Source: J. Ba, J. Kiros and G. Hinton, "Layer Normalization", 2016.
    ///
    /// @param gain shape `(columns)` from index `gt` on; so `bias`
    /// @param moments takes for each row the mean and one over the deviation, shape `(rows, 2)`
    public static void layerNorm(
            float[] x,
            int xt,
            float[] gain,
            int gt,
            float[] bias,
            int bt,
            float[] y,
            int yt,
            int rows,
            int columns,
            float epsilon,
            float[] moments) {
        share(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (Kernels.areFast()) {
                    FastLayerNorm.normalise(x, xt + at, gain, gt, bias, bt, y, yt + at, columns, epsilon, moments, r);
                } else {
                    PlainRows.layerNorm(x, xt + at, gain, gt, bias, bt, y, yt + at, columns, epsilon, moments, r);
                }
            }
        });
    }

    /// The slopes of [#layerNorm]: `dx`, which is set or with `add` added to; and `dGain` and `dBias`,
    /// shape `(columns)` from index 0 on, which are set.
    public static void layerNormSlope(
            float[] x,
            int xt,
            float[] gain,
            int gt,
            float[] moments,
            float[] dy,
            int dyt,
            float[] dx,
            int dxt,
            float[] dGain,
            float[] dBias,
            int rows,
            int columns,
            boolean add) {
        int run = run(columns);
        int pieces = (rows + run - 1) / run;
        float[] gains = Scratch.FLOATS.take(pieces * columns);
        float[] biases = Scratch.FLOATS.take(pieces * columns);
        Arrays.fill(gains, 0, pieces * columns, 0f);
        Arrays.fill(biases, 0, pieces * columns, 0f);
        Threads.runs(rows, run, (from, to) -> {
            int start = from / run * columns;
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (Kernels.areFast()) {
                    FastLayerNorm.slope(
                            x, xt + at, gain, gt, moments, r, dy, dyt + at, dx, dxt + at, gains, biases, start, columns,
                            add);
                } else {
                    PlainRows.layerNormSlope(
                            x, xt + at, gain, gt, moments, r, dy, dyt + at, dx, dxt + at, gains, biases, start, columns,
                            add);
                }
            }
        });
        addUp(gains, pieces, columns, dGain, 0, false);
        addUp(biases, pieces, columns, dBias, 0, false);
        Scratch.FLOATS.give(gains);
        Scratch.FLOATS.give(biases);
    }

    /// `y = f(x, row)` for each row of `x`, with one `row` of shape `(columns)` for all.
    public static void zipRow(
            Binary f, float[] x, int xt, float[] row, int rt, float[] y, int yt, int rows, int columns, boolean add) {
        share(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (Kernels.areFast()) {
                    FastZips.zip(f, x, xt + at, row, rt, y, yt + at, columns, add);
                } else {
                    PlainElementwise.zip(f, x, xt + at, row, rt, y, yt + at, columns, add);
                }
            }
        });
    }

    /// The sum of all rows, shape `(columns)`.
    public static void sumRows(float[] x, int xt, float[] sums, int st, int rows, int columns, boolean add) {
        int run = run(columns);
        int pieces = Math.max(1, (rows + run - 1) / run);
        float[] partial = Scratch.FLOATS.take(pieces * columns);
        Threads.runs(rows, run, (from, to) -> {
            int start = from / run * columns;
            Arrays.fill(partial, start, start + columns, 0f);
            for (int r = from; r < to; r++) {
                if (Kernels.areFast()) {
                    FastZips.affine(x, xt + r * columns, 1, 0, partial, start, columns, true);
                } else {
                    PlainElementwise.affine(x, xt + r * columns, 1, 0, partial, start, columns, true);
                }
            }
        });
        addUp(partial, pieces, columns, sums, st, add);
        Scratch.FLOATS.give(partial);
    }

    private static void addUp(float[] partial, int pieces, int columns, float[] sums, int st, boolean add) {
        for (int j = 0; j < columns; j++) {
            float sum = add ? sums[st + j] : 0;
            for (int i = 0; i < pieces; i++) {
                sum += partial[i * columns + j];
            }
            sums[st + j] = sum;
        }
    }

    private static int run(int columns) {
        return Math.max(1, PIECE / Math.max(1, columns));
    }

    private static void share(int rows, int columns, Threads.Run work) {
        Threads.runs(rows, run(columns), work);
    }
}
