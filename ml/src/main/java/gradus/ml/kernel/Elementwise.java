package gradus.ml.kernel;

/// Elementwise kernels: each element of the result depends on the corresponding elements of the arguments
/// only.
///
/// An array argument comes with the index of its first element; `n` is the number of elements. The result may
/// be written in place, to the same elements as an argument. With `accumulate`, the result is added to the
/// target instead of replacing it. Cost: O(n); above about 180 000 elements, chunks are computed in parallel.
public final class Elementwise {

    /// Elements per chunk of parallel work.
    private static final int CHUNK = 1 << 14;

    private static final boolean FAST = Kernels.areFast(PlainElementwise.class, PlainFunctions.class);

    private Elementwise() {}

    /// `y = f(x)`.
    public static void map(UnaryFunction f, float[] x, int xOff, float[] y, int yOff, int n) {
        check(x, xOff, n);
        check(y, yOff, n);
        inParallel(n, (from, to) -> {
            if (FAST) {
                FastMaps.map(f, x, xOff + from, y, yOff + from, to - from);
            } else {
                PlainElementwise.map(f, x, xOff + from, y, yOff + from, to - from);
            }
        });
    }

    /// The backward pass of [#map]: `dx = dy·f'(x)` with `y = f(x)` (the chain rule).
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
            if (FAST) {
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
            if (FAST) {
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
            if (FAST) {
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
                    n + " elements from index " + at + " are out of bounds for an array of length " + x.length);
        }
    }
}
