package gradus.ml.kernel;

/// Reductions: one number from many. Cost: O(n); long sums are computed in parallel. Each block of 4096
/// elements is summed by itself in `float`; the sums of the blocks are added in `double` and in order, so the
/// result does not depend on the number of threads.
public final class Reductions {

    /// Elements per chunk of parallel work, in whole blocks.
    private static final int CHUNK = 1 << 14;

    /// Elements per block: so few that they stay in the L1 cache, because short vectors go over them
    /// repeatedly.
    private static final int BLOCK = 1 << 12;

    private Reductions() {}

    /// The sum of `n` elements from index `xOff` on.
    public static double sum(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRowwise.sum(x, xOff + from, to - from)
                        : PlainRowwise.sum(x, xOff + from, to - from));
    }

    /// The sum of the squares of `n` elements from index `xOff` on.
    public static double sumOfSquares(float[] x, int xOff, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRowwise.sumOfSquares(x, xOff + from, to - from)
                        : PlainRowwise.sumOfSquares(x, xOff + from, to - from));
    }

    /// The maximum of `n` elements from index `xOff` on; NaN if one is NaN, negative infinity if there are
    /// none.
    public static float max(float[] x, int xOff, int n) {
        return Kernels.areFast() ? FastRowwise.max(x, xOff, n) : PlainRowwise.max(x, xOff, n);
    }

    private static double total(int n, BlockSum block) {
        if (n <= BLOCK) {
            return block.of(0, n);
        }
        double[] sums = new double[(n + BLOCK - 1) / BLOCK];
        Threads.parallelRanges(n, CHUNK, (from, to) -> {
            for (int at = from; at < to; at += BLOCK) {
                sums[at / BLOCK] = block.of(at, Math.min(to, at + BLOCK));
            }
        });
        double sum = 0;
        for (double blockSum : sums) {
            sum += blockSum;
        }
        return sum;
    }

    @FunctionalInterface
    private interface BlockSum {
        double of(int from, int to);
    }
}
