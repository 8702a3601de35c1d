package gradus.ml.kernel;

import java.util.Arrays;

/// Scalar reference kernel of [Gemm], which the SIMD kernel agrees with to the last bit.
final class PlainGemm {

    private PlainGemm() {}

    static void multiply(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        if (SummationOrder.isTransposed(c.rows(), c.columns(), c.rowStride(), c.columnStride())) {
            multiply(b.transpose(), a.transpose(), c.transpose(), accumulate);
        } else if (SummationOrder.usesDotProducts(c.rows(), b.columns(), b.rowStride(), b.columnStride())) {
            dotProducts(a, b, c, accumulate);
        } else if (a.columns() > 0 || !accumulate) {
            sums(a, b, c, accumulate);
        }
    }

    /// Row i of `c` is the sum of the rows of `b`, each times an element of row i of `a`. In this loop order,
    /// `b` and `c` are traversed along their rows.
    private static void sums(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        float[] sums = new float[c.columns()];
        int blockDepth = SummationOrder.blockDepth(a.columns());
        for (int from = 0; from == 0 || from < a.columns(); from += blockDepth) {
            int to = Math.min(a.columns(), from + blockDepth);
            for (int i = 0; i < c.rows(); i++) {
                Arrays.fill(sums, 0f);
                for (int p = from; p < to; p++) {
                    float factor = a.data()[a.offset() + i * a.rowStride() + p * a.columnStride()];
                    addScaled(factor, b.data(), b.offset() + p * b.rowStride(), b.columnStride(), sums);
                }
                store(sums, c, i, accumulate || from > 0);
            }
        }
    }

    private static void addScaled(float factor, float[] b, int bOff, int step, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Fma.of(factor, b[bOff + j * step], sums[j]);
        }
    }

    private static void store(float[] sums, FloatView c, int row, boolean accumulate) {
        for (int j = 0; j < sums.length; j++) {
            int at = c.offset() + row * c.rowStride() + j * c.columnStride();
            c.data()[at] = accumulate ? c.data()[at] + sums[j] : sums[j];
        }
    }

    /// Each element of `c` is the dot product of a row of `a` and a column of `b`.
    private static void dotProducts(FloatView a, FloatView b, FloatView c, boolean accumulate) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                float dot = dot(a, i, b.data(), b.offset() + j * b.columnStride());
                int at = c.offset() + i * c.rowStride() + j * c.columnStride();
                c.data()[at] = accumulate ? c.data()[at] + dot : dot;
            }
        }
    }

    private static float dot(FloatView a, int row, float[] b, int bOff) {
        float[] data = a.data();
        int aOff = a.offset() + row * a.rowStride();
        int step = a.columnStride();
        int slots = SummationOrder.VECTOR_BITS / Float.SIZE;
        float[] partial = new float[2 * slots];
        int vectors = a.columns() & -slots;
        for (int i = 0; i < vectors; i++) {
            int slot = i & 2 * slots - 1;
            partial[slot] = Fma.of(data[aOff + i * step], b[bOff + i], partial[slot]);
        }
        float dot = SummationOrder.total(partial);
        for (int i = vectors; i < a.columns(); i++) {
            dot = Fma.of(data[aOff + i * step], b[bOff + i], dot);
        }
        return dot;
    }

    // ---- the same for double ----

    static void multiply(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        if (SummationOrder.isTransposed(c.rows(), c.columns(), c.rowStride(), c.columnStride())) {
            multiply(b.transpose(), a.transpose(), c.transpose(), accumulate);
        } else if (SummationOrder.usesDotProducts(c.rows(), b.columns(), b.rowStride(), b.columnStride())) {
            dotProducts(a, b, c, accumulate);
        } else if (a.columns() > 0 || !accumulate) {
            sums(a, b, c, accumulate);
        }
    }

    /// Row i of `c` is the sum of the rows of `b`, each times an element of row i of `a`. In this loop order,
    /// `b` and `c` are traversed along their rows.
    private static void sums(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        double[] sums = new double[c.columns()];
        int blockDepth = SummationOrder.blockDepth(a.columns());
        for (int from = 0; from == 0 || from < a.columns(); from += blockDepth) {
            int to = Math.min(a.columns(), from + blockDepth);
            for (int i = 0; i < c.rows(); i++) {
                Arrays.fill(sums, 0.0);
                for (int p = from; p < to; p++) {
                    double factor = a.data()[a.offset() + i * a.rowStride() + p * a.columnStride()];
                    addScaled(factor, b.data(), b.offset() + p * b.rowStride(), b.columnStride(), sums);
                }
                store(sums, c, i, accumulate || from > 0);
            }
        }
    }

    private static void addScaled(double factor, double[] b, int bOff, int step, double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Fma.of(factor, b[bOff + j * step], sums[j]);
        }
    }

    private static void store(double[] sums, DoubleView c, int row, boolean accumulate) {
        for (int j = 0; j < sums.length; j++) {
            int at = c.offset() + row * c.rowStride() + j * c.columnStride();
            c.data()[at] = accumulate ? c.data()[at] + sums[j] : sums[j];
        }
    }

    /// Each element of `c` is the dot product of a row of `a` and a column of `b`.
    private static void dotProducts(DoubleView a, DoubleView b, DoubleView c, boolean accumulate) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < c.columns(); j++) {
                double dot = dot(a, i, b.data(), b.offset() + j * b.columnStride());
                int at = c.offset() + i * c.rowStride() + j * c.columnStride();
                c.data()[at] = accumulate ? c.data()[at] + dot : dot;
            }
        }
    }

    private static double dot(DoubleView a, int row, double[] b, int bOff) {
        double[] data = a.data();
        int aOff = a.offset() + row * a.rowStride();
        int step = a.columnStride();
        int slots = SummationOrder.VECTOR_BITS / Double.SIZE;
        double[] partial = new double[2 * slots];
        int vectors = a.columns() & -slots;
        for (int i = 0; i < vectors; i++) {
            int slot = i & 2 * slots - 1;
            partial[slot] = Fma.of(data[aOff + i * step], b[bOff + i], partial[slot]);
        }
        double dot = SummationOrder.total(partial);
        for (int i = vectors; i < a.columns(); i++) {
            dot = Fma.of(data[aOff + i * step], b[bOff + i], dot);
        }
        return dot;
    }
}
