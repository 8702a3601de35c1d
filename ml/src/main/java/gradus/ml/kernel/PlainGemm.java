package gradus.ml.kernel;

/// Scalar reference kernel of [Gemm], which the SIMD kernel must agree with.
final class PlainGemm {

    private PlainGemm() {}

    /// Row i of `c` is the sum of the rows of `b`, each times an element of row i of `a`. In this loop order,
    /// `b` and `c` are traversed along their rows.
    static void multiply(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns() && !accumulate; j++) {
                c.data()[c.offset() + i * c.rowStride() + j * c.columnStride()] = 0;
            }
            for (int p = 0; p < a.columns(); p++) {
                float factor = a.data()[a.offset() + i * a.rowStride() + p * a.columnStride()];
                int from = b.offset() + p * b.rowStride();
                int to = c.offset() + i * c.rowStride();
                for (int j = 0; j < c.columns(); j++) {
                    c.data()[to + j * c.columnStride()] += factor * b.data()[from + j * b.columnStride()];
                }
            }
        }
    }

    /// The same for `double`.
    static void multiply(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns() && !accumulate; j++) {
                c.data()[c.offset() + i * c.rowStride() + j * c.columnStride()] = 0;
            }
            for (int p = 0; p < a.columns(); p++) {
                double factor = a.data()[a.offset() + i * a.rowStride() + p * a.columnStride()];
                int from = b.offset() + p * b.rowStride();
                int to = c.offset() + i * c.rowStride();
                for (int j = 0; j < c.columns(); j++) {
                    c.data()[to + j * c.columnStride()] += factor * b.data()[from + j * b.columnStride()];
                }
            }
        }
    }
}
