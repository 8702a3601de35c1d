package gradus.ml.kernel;

/// Reductions: one number from many. Cost: O(n); long sums are computed in parallel. Chunks have a fixed
/// size, and their sums are added in `double` and in order, so the result does not depend on the number of
/// threads.
public final class Reductions {

    private static final int CHUNK = 1 << 14;

    private static final boolean FAST = Kernels.areFast(PlainRowwise.class);

    private Reductions() {}

    /// The sum of `n` elements from index `xOff` on.
    public static double sum(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> FAST
                        ? FastRowwise.sum(x, xOff + from, to - from)
                        : PlainRowwise.sum(x, xOff + from, to - from));
    }

    /// The sum of the squares of `n` elements from index `xOff` on.
    public static double sumOfSquares(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> FAST
                        ? FastRowwise.sumOfSquares(x, xOff + from, to - from)
                        : PlainRowwise.sumOfSquares(x, xOff + from, to - from));
    }

    /// The maximum of `n` elements from index `xOff` on; NaN if one is NaN, negative infinity if there are
    /// none.
    public static float max(float[] x, int xOff, int n) {
        return FAST ? FastRowwise.max(x, xOff, n) : PlainRowwise.max(x, xOff, n);
    }

    private static double total(int n, ChunkSum chunk) {
        if (n <= CHUNK) {
            return chunk.of(0, n);
        }
        double[] sums = new double[(n + CHUNK - 1) / CHUNK];
        Threads.parallelRanges(n, CHUNK, (from, to) -> sums[from / CHUNK] = chunk.of(from, to));
        double sum = 0;
        for (double chunkSum : sums) {
            sum += chunkSum;
        }
        return sum;
    }

    @FunctionalInterface
    private interface ChunkSum {
        double of(int from, int to);
    }
}
