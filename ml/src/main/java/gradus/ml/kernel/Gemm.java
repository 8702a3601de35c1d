package gradus.ml.kernel;

import java.util.function.IntFunction;

/// Products of matrices: `c = a·b`, or `c = c + a·b`.
///
/// The door to all of them. What stands behind it, the plain form or the fast one, gives the same numbers
/// but for rounding, and the same ones on any number of cores.
///
/// Shapes `(m, k)`, `(k, n)` and `(m, n)`; cost O(m·n·k). `c` must share no array with `a` and `b`.
public final class Gemm {

    private Gemm() {}

    /// `c = a·b`, or with `accumulate` `c = c + a·b`.
    ///
    /// @throws IllegalArgumentException if the shapes do not fit, with all three
    public static void multiply(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        Bounds.checkProduct(
                a.shape(),
                a.columns(),
                b.rows(),
                b.shape(),
                a.rows() == c.rows() && b.columns() == c.columns(),
                c.shape());
        if (Kernels.areFast()) {
            FloatGemm.multiply(a, b, c, accumulate, true);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }

    /// `n` products: the views of each are what the functions give for its number. Where they are many and
    /// small, they are shared out whole.
    public static void multiplyBatch(
            int n, IntFunction<FloatView> a, IntFunction<FloatView> b, IntFunction<FloatView> c, boolean accumulate) {
        if (n < 4) {
            for (int i = 0; i < n; i++) {
                multiply(a.apply(i), b.apply(i), c.apply(i), accumulate);
            }
        } else {
            Threads.parallelFor(n, i -> multiplySequential(a.apply(i), b.apply(i), c.apply(i), accumulate));
        }
    }

    /// [#multiply] for views that fit, in this thread only: for a kernel that shares out many small
    /// products itself.
    static void multiplySequential(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        if (Kernels.areFast()) {
            FloatGemm.multiply(a, b, c, accumulate, false);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }

    /// `c = a·b`, or with `accumulate` `c = c + a·b`.
    ///
    /// @throws IllegalArgumentException if the shapes do not fit, with all three
    public static void multiply(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        Bounds.checkProduct(
                a.shape(),
                a.columns(),
                b.rows(),
                b.shape(),
                a.rows() == c.rows() && b.columns() == c.columns(),
                c.shape());
        if (Kernels.areFast()) {
            DoubleGemm.multiply(a, b, c, accumulate, true);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }
}
