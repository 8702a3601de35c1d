package gradus.ml.kernel;

import java.util.Arrays;

/// Row-wise kernels, for each row of a matrix `(rows, columns)` in row-major order.
///
/// An array argument comes with the index of its first element. The result may be written in place of an
/// argument that is a matrix. With `accumulate`, the result is added to the target instead of replacing it.
/// Cost: O(rows·columns); large matrices are processed in parallel. Sums over rows are computed in chunks of
/// a fixed number of rows, so they do not depend on the number of threads.
public final class Rowwise {

    /// Elements per chunk of parallel work, in whole rows.
    private static final int CHUNK = 1 << 14;

    private static final boolean FAST = Kernels.areFast(PlainRowwise.class, PlainFunctions.class);

    private Rowwise() {}

    /// `y = softmax(x)`, row by row: non-negative numbers in the order of those of `x` that sum to 1. Special
    /// scores follow the rule of [gradus.ml.numbers.Softmax], with NaN in a row for which it is not defined.
    public static void softmax(float[] x, int xOff, float[] y, int yOff, int rows, int columns) {
        inParallel(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                if (FAST) {
                    FastRowwise.softmax(x, xOff + r * columns, y, yOff + r * columns, columns);
                } else {
                    PlainRowwise.softmax(x, xOff + r * columns, y, yOff + r * columns, columns);
                }
            }
        });
    }

    /// The backward pass of [#softmax]: `dx = y·(dy − Σ y·dy)` with `y = softmax(x)`.
    public static void softmaxBackward(
            float[] y,
            int yOff,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            int rows,
            int columns,
            boolean accumulate) {
        inParallel(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (FAST) {
                    FastRowwise.softmaxBackward(y, yOff + at, dy, dyOff + at, dx, dxOff + at, columns, 1, accumulate);
                } else {
                    PlainRowwise.softmaxBackward(y, yOff + at, dy, dyOff + at, dx, dxOff + at, columns, 1, accumulate);
                }
            }
        });
    }

    /// Layer normalisation: `y = (x − mean) / √(variance + epsilon)·gain + bias`, with the mean and variance
    /// of each row.
    ///
    /// Source: J. Ba, J. Kiros and G. Hinton, "Layer Normalization", 2016.
    ///
    /// @param gain shape `(columns)` from index `gainOff` on; likewise `bias`
    /// @param statistics receives the mean and the reciprocal of the standard deviation of each row, shape
    ///     `(rows, 2)`
    public static void layerNorm(
            float[] x,
            int xOff,
            float[] gain,
            int gainOff,
            float[] bias,
            int biasOff,
            float[] y,
            int yOff,
            int rows,
            int columns,
            float epsilon,
            float[] statistics) {
        inParallel(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (FAST) {
                    FastLayerNorm.forward(
                            x, xOff + at, gain, gainOff, bias, biasOff, y, yOff + at, columns, epsilon, statistics, r);
                } else {
                    PlainRowwise.layerNorm(
                            x, xOff + at, gain, gainOff, bias, biasOff, y, yOff + at, columns, epsilon, statistics, r);
                }
            }
        });
    }

    /// The backward pass of [#layerNorm]: `dx`, which is set, or added to with `accumulate`; `dGain` and
    /// `dBias`, shape `(columns)` from index 0 on, which are set.
    public static void layerNormBackward(
            float[] x,
            int xOff,
            float[] gain,
            int gainOff,
            float[] statistics,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            float[] dGain,
            float[] dBias,
            int rows,
            int columns,
            boolean accumulate) {
        int rowsPerChunk = rowsPerChunk(columns);
        int chunks = (rows + rowsPerChunk - 1) / rowsPerChunk;
        float[] gains = ScratchBuffers.FLOATS.acquire(chunks * columns);
        float[] biases = ScratchBuffers.FLOATS.acquire(chunks * columns);
        Arrays.fill(gains, 0, chunks * columns, 0f);
        Arrays.fill(biases, 0, chunks * columns, 0f);
        Threads.parallelRanges(rows, rowsPerChunk, (from, to) -> {
            int start = from / rowsPerChunk * columns;
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (FAST) {
                    FastLayerNorm.backward(
                            x,
                            xOff + at,
                            gain,
                            gainOff,
                            statistics,
                            r,
                            dy,
                            dyOff + at,
                            dx,
                            dxOff + at,
                            gains,
                            biases,
                            start,
                            columns,
                            accumulate);
                } else {
                    PlainRowwise.layerNormBackward(
                            x,
                            xOff + at,
                            gain,
                            gainOff,
                            statistics,
                            r,
                            dy,
                            dyOff + at,
                            dx,
                            dxOff + at,
                            gains,
                            biases,
                            start,
                            columns,
                            accumulate);
                }
            }
        });
        addUp(gains, chunks, columns, dGain, 0, false);
        addUp(biases, chunks, columns, dBias, 0, false);
        ScratchBuffers.FLOATS.release(gains);
        ScratchBuffers.FLOATS.release(biases);
    }

    /// Broadcast over rows: `y = f(x, row)` for each row of `x`, with the same `row` of shape `(columns)` for
    /// all.
    public static void zipRow(
            BinaryFunction f,
            float[] x,
            int xOff,
            float[] row,
            int rowOff,
            float[] y,
            int yOff,
            int rows,
            int columns,
            boolean accumulate) {
        inParallel(rows, columns, (from, to) -> {
            for (int r = from; r < to; r++) {
                int at = r * columns;
                if (FAST) {
                    FastZips.zip(f, x, xOff + at, row, rowOff, y, yOff + at, columns, accumulate);
                } else {
                    PlainElementwise.zip(f, x, xOff + at, row, rowOff, y, yOff + at, columns, accumulate);
                }
            }
        });
    }

    /// The sum of all rows, shape `(columns)`.
    public static void sumRows(
            float[] x, int xOff, float[] sums, int sumsOff, int rows, int columns, boolean accumulate) {
        int rowsPerChunk = rowsPerChunk(columns);
        int chunks = Math.max(1, (rows + rowsPerChunk - 1) / rowsPerChunk);
        float[] partial = ScratchBuffers.FLOATS.acquire(chunks * columns);
        Threads.parallelRanges(rows, rowsPerChunk, (from, to) -> {
            int start = from / rowsPerChunk * columns;
            Arrays.fill(partial, start, start + columns, 0f);
            for (int r = from; r < to; r++) {
                if (FAST) {
                    FastZips.affine(x, xOff + r * columns, 1, 0, partial, start, columns, true);
                } else {
                    PlainElementwise.affine(x, xOff + r * columns, 1, 0, partial, start, columns, true);
                }
            }
        });
        addUp(partial, chunks, columns, sums, sumsOff, accumulate);
        ScratchBuffers.FLOATS.release(partial);
    }

    private static void addUp(float[] partial, int chunks, int columns, float[] sums, int sumsOff, boolean accumulate) {
        for (int j = 0; j < columns; j++) {
            float sum = accumulate ? sums[sumsOff + j] : 0;
            for (int i = 0; i < chunks; i++) {
                sum += partial[i * columns + j];
            }
            sums[sumsOff + j] = sum;
        }
    }

    private static int rowsPerChunk(int columns) {
        return Math.max(1, CHUNK / Math.max(1, columns));
    }

    private static void inParallel(int rows, int columns, Threads.RangeBody work) {
        Threads.parallelRanges(rows, rowsPerChunk(columns), work);
    }
}
