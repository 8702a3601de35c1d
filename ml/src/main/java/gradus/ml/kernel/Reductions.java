package gradus.ml.kernel;

/// Single numbers from many. Cost: O(n); several threads share it where that is much. Pieces have a fixed
/// size, and what they give is added up in `double` and in order: the result does not depend on the number
/// of threads.
public final class Reductions {

    private static final int PIECE = 1 << 14;

    private Reductions() {}

    /// The sum of `n` numbers from index `xt` on.
    public static double sum(float[] x, int xt, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRows.sum(x, xt + from, to - from)
                        : PlainRows.sum(x, xt + from, to - from));
    }

    /// The sum of the squares of `n` numbers from index `xt` on.
    public static double sumOfSquares(float[] x, int xt, int n) {
        return total(
                n,
                (from, to) -> Kernels.areFast()
                        ? FastRows.sumOfSquares(x, xt + from, to - from)
                        : PlainRows.sumOfSquares(x, xt + from, to - from));
    }

    /// The largest of `n` numbers from index `xt` on; NaN if one is NaN, negative infinity if there is
    /// none.
    public static float max(float[] x, int xt, int n) {
        return Kernels.areFast() ? FastRows.max(x, xt, n) : PlainRows.max(x, xt, n);
    }

    private static double total(int n, Piece piece) {
        if (n <= PIECE) {
            return piece.of(0, n);
        }
        double[] sums = new double[(n + PIECE - 1) / PIECE];
        Threads.runs(n, PIECE, (from, to) -> sums[from / PIECE] = piece.of(from, to));
        double sum = 0;
        for (double one : sums) {
            sum += one;
        }
        return sum;
    }

    @FunctionalInterface
    private interface Piece {
        double of(int from, int to);
    }
}
