package gradus.ml.kernel;

/// What is done to every number of an array by itself.
///
/// Arrays are given with the index where the work begins, and `n` is how many numbers it takes. The result
/// may lie in the array of an argument, at the same place. With `add`, results are added to what is there.
/// Cost: O(n); from 65536 numbers on, several threads share it.
public final class Elementwise {

    /// So many numbers are one piece of the work.
    private static final int PIECE = 1 << 14;

    private Elementwise() {}

    /// `y = f(x)`.
    public static void map(Unary f, float[] x, int xt, float[] y, int yt, int n) {
        check(x, xt, n);
        check(y, yt, n);
        share(n, (from, to) -> {
            if (Kernels.areFast()) {
                FastMaps.map(f, x, xt + from, y, yt + from, to - from);
            } else {
                PlainElementwise.map(f, x, xt + from, y, yt + from, to - from);
            }
        });
    }

    /// `dx = dy·f'(x)`, where `y = f(x)`: what a change of `y` is worth to `x` (the chain rule).
    public static void slope(
            Unary f,
            float[] x,
            int xt,
            float[] y,
            int yt,
            float[] dy,
            int dyt,
            float[] dx,
            int dxt,
            int n,
            boolean add) {
        check(x, xt, n);
        check(y, yt, n);
        check(dy, dyt, n);
        check(dx, dxt, n);
        share(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastSlopes.slope(f, x, xt + i, y, yt + i, dy, dyt + i, dx, dxt + i, to - i, add);
            } else {
                PlainElementwise.slope(f, x, xt + i, y, yt + i, dy, dyt + i, dx, dxt + i, to - i, add);
            }
        });
    }

    /// `c = f(a, b)`.
    public static void zip(Binary f, float[] a, int at, float[] b, int bt, float[] c, int ct, int n, boolean add) {
        check(a, at, n);
        check(b, bt, n);
        check(c, ct, n);
        share(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastZips.zip(f, a, at + i, b, bt + i, c, ct + i, to - i, add);
            } else {
                PlainElementwise.zip(f, a, at + i, b, bt + i, c, ct + i, to - i, add);
            }
        });
    }

    /// `y = factor·x + term`.
    public static void affine(float[] x, int xt, float factor, float term, float[] y, int yt, int n, boolean add) {
        check(x, xt, n);
        check(y, yt, n);
        share(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastZips.affine(x, xt + i, factor, term, y, yt + i, to - i, add);
            } else {
                PlainElementwise.affine(x, xt + i, factor, term, y, yt + i, to - i, add);
            }
        });
    }

    private static void share(int n, Threads.Run work) {
        Threads.runs(n, PIECE, work);
    }

    private static void check(float[] x, int at, int n) {
        if (at < 0 || n < 0 || at > x.length - n) {
            throw new IndexOutOfBoundsException(
                    "there are not " + n + " numbers from index " + at + " in an array of " + x.length);
        }
    }
}
