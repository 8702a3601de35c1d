package gradus.ml.kernel;

import java.util.function.IntFunction;

/// General matrix multiplication (GEMM): `c = a·b`, or `c = c + a·b`.
///
/// This is the entry point for all matrix products. The SIMD kernel and the scalar reference kernel agree to
/// the last bit; the result does not depend on the number of cores or the length of vectors.
///
/// **Order of summation.** The inner size is split into equal blocks of at most 256. In each, the products
/// are added one after another with fused multiply–add, and the sums of the blocks are added in order. If the
/// result has fewer than 8 rows and the columns of `b` are contiguous, its elements are dot products instead,
/// with partial sums.
///
/// Shapes `(m, k)`, `(k, n)` and `(m, n)`; cost O(m·n·k). `c` must not share its array with `a` or `b`.
public final class Gemm {

    private static final boolean FAST = Kernels.areFast(PlainGemm.class);

    private Gemm() {}

    /// `c = a·b`, or `c = c + a·b` with `accumulate`.
    ///
    /// @throws IllegalArgumentException if the shapes do not match; the message names all three
    public static void multiply(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        Bounds.checkProduct(
                a.shape(),
                a.columns(),
                b.rows(),
                b.shape(),
                a.rows() == c.rows() && b.columns() == c.columns(),
                c.shape());
        if (FAST) {
            FloatGemm.multiply(a, b, c, accumulate, true);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }

    /// Batched matrix multiplication: `n` products, whose matrices the functions return for each index from 0
    /// to n - 1. From 4 products on, each product is computed by one thread, several in parallel; with fewer,
    /// each product is itself parallel.
    ///
    /// @throws IllegalArgumentException if the shapes do not match; checked only for fewer than 4 products
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

    /// [#multiply] in the calling thread only, without checking shapes: for kernels that distribute many
    /// small products themselves.
    static void multiplySequential(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        if (FAST) {
            FloatGemm.multiply(a, b, c, accumulate, false);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }

    /// `c = a·b`, or `c = c + a·b` with `accumulate`.
    ///
    /// @throws IllegalArgumentException if the shapes do not match; the message names all three
    public static void multiply(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        Bounds.checkProduct(
                a.shape(),
                a.columns(),
                b.rows(),
                b.shape(),
                a.rows() == c.rows() && b.columns() == c.columns(),
                c.shape());
        if (FAST) {
            DoubleGemm.multiply(a, b, c, accumulate, true);
        } else {
            PlainGemm.multiply(a, b, c, accumulate);
        }
    }
}
