package gradus.ml.kernel;

/// What is done to every number of an array by itself.
///
/// Arrays are given with the index where the work begins, and `n` is how many numbers it takes. The result
/// may lie in the array of an argument, at the same place. With `add`, results are added to what is there.
/// Cost: O(n); from 65536 numbers on, several threads share it.
public final class Elementwise {

    /// So many numbers are one piece of the work.
    private static final int CHUNK = 1 << 14;

    private Elementwise() {}

    /// `y = f(x)`.
    public static void map(UnaryFunction f, float[] x, int xOff, float[] y, int yOff, int n) {
        check(x, xOff, n);
        check(y, yOff, n);
        inParallel(n, (from, to) -> {
            if (Kernels.areFast()) {
                FastMaps.map(f, x, xOff + from, y, yOff + from, to - from);
            } else {
                PlainElementwise.map(f, x, xOff + from, y, yOff + from, to - from);
            }
        });
    }

    /// `dx = dy·f'(x)`, where `y = f(x)`: what a change of `y` is worth to `x` (the chain rule).
    public static void mapBackward(
            UnaryFunction f,
            float[] x,
            int xOff,
            float[] y,
            int yOff,
            float[] dy,
            int dyOff,
            float[] dx,
            int dxOff,
            int n,
            boolean accumulate) {
        check(x, xOff, n);
        check(y, yOff, n);
        check(dy, dyOff, n);
        check(dx, dxOff, n);
        inParallel(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastBackward.mapBackward(f, x, xOff + i, y, yOff + i, dy, dyOff + i, dx, dxOff + i, to - i, accumulate);
            } else {
                PlainElementwise.mapBackward(
                        f, x, xOff + i, y, yOff + i, dy, dyOff + i, dx, dxOff + i, to - i, accumulate);
            }
        });
    }

    /// `c = f(a, b)`.
    public static void zip(
            BinaryFunction f,
            float[] a,
            int aOff,
            float[] b,
            int bOff,
            float[] c,
            int cOff,
            int n,
            boolean accumulate) {
        check(a, aOff, n);
        check(b, bOff, n);
        check(c, cOff, n);
        inParallel(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastZips.zip(f, a, aOff + i, b, bOff + i, c, cOff + i, to - i, accumulate);
            } else {
                PlainElementwise.zip(f, a, aOff + i, b, bOff + i, c, cOff + i, to - i, accumulate);
            }
        });
    }

    /// `y = factor·x + term`.
    public static void affine(
            float[] x, int xOff, float factor, float term, float[] y, int yOff, int n, boolean accumulate) {
        check(x, xOff, n);
        check(y, yOff, n);
        inParallel(n, (i, to) -> {
            if (Kernels.areFast()) {
                FastZips.affine(x, xOff + i, factor, term, y, yOff + i, to - i, accumulate);
            } else {
                PlainElementwise.affine(x, xOff + i, factor, term, y, yOff + i, to - i, accumulate);
            }
        });
    }

    private static void inParallel(int n, Threads.RangeBody work) {
        Threads.parallelRanges(n, CHUNK, work);
    }

    private static void check(float[] x, int at, int n) {
        if (at < 0 || n < 0 || at > x.length - n) {
            throw new IndexOutOfBoundsException(
                    "there are not " + n + " numbers from index " + at + " in an array of " + x.length);
        }
    }
}
