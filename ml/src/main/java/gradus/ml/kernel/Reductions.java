package gradus.ml.kernel;

/// Single numbers from many. Cost: O(n); several threads share it where that is much. Pieces have a fixed
/// size, and what they give is added up in `double` and in order: the result does not depend on the number
/// of threads.
public final class Reductions {

    private static final int CHUNK = 1 << 14;

    private Reductions() {}

    /// The sum of `n` numbers from index `xOff` on.
    public static double sum(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRowwise.sum(x, xOff + from, to - from)
                        : PlainRowwise.sum(x, xOff + from, to - from));
    }

    /// The sum of the squares of `n` numbers from index `xOff` on.
    public static double sumOfSquares(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRowwise.sumOfSquares(x, xOff + from, to - from)
                        : PlainRowwise.sumOfSquares(x, xOff + from, to - from));
    }

    /// The largest of `n` numbers from index `xOff` on; NaN if one is NaN, negative infinity if there is
    /// none.
    public static float max(float[] x, int xOff, int n) {
        return Kernels.areFast() ? FastRowwise.max(x, xOff, n) : PlainRowwise.max(x, xOff, n);
    }

    private static double total(int n, ChunkSum chunk) {
        if (n <= CHUNK) {
            return chunk.of(0, n);
        }
        double[] sums = new double[(n + CHUNK - 1) / CHUNK];
        Threads.parallelRanges(n, CHUNK, (from, to) -> sums[from / CHUNK] = chunk.of(from, to));
        double sum = 0;
        for (double one : sums) {
            sum += one;
        }
        return sum;
    }

    @FunctionalInterface
    private interface ChunkSum {
        double of(int from, int to);
    }
}
