package gradus.ml.kernel;

import java.util.Arrays;
import java.util.Random;

/// Every kernel of the matrix product, for both data types, behind one interface: numbers go in and come out
/// as `double`.
enum Product {
    PLAIN_FLOAT(0x1p-24, PlainGemm::multiply, null),
    FAST_FLOAT(0x1p-24, (a, b, c, add) -> FloatGemm.multiply(a, b, c, add, true), null),
    FLOAT_IN_ONE_THREAD(0x1p-24, (a, b, c, add) -> FloatGemm.multiply(a, b, c, add, false), null),
    FLOAT_ALONE(0x1p-24, Gemm::multiplySequential, null),
    FLOAT(0x1p-24, Gemm::multiply, null),
    PLAIN_DOUBLE(0x1p-53, null, PlainGemm::multiply),
    FAST_DOUBLE(0x1p-53, null, (a, b, c, add) -> DoubleGemm.multiply(a, b, c, add, true)),
    DOUBLE_IN_ONE_THREAD(0x1p-53, null, (a, b, c, add) -> DoubleGemm.multiply(a, b, c, add, false)),
    DOUBLE(0x1p-53, null, Gemm::multiply);

    private interface OfFloats {
        void multiply(FloatView a, FloatView b, FloatView c, boolean add);
    }

    private interface OfDoubles {
        void multiply(DoubleView a, DoubleView b, DoubleView c, boolean add);
    }

    /// Unit roundoff: the bound of a relative rounding error.
    final double u;

    private final OfFloats floats;
    private final OfDoubles doubles;

    Product(double u, OfFloats floats, OfDoubles doubles) {
        this.u = u;
        this.floats = floats;
        this.doubles = doubles;
    }

    /// The memory layout of a matrix.
    enum Layout {
        /// Row-major.
        ROWS,
        /// Column-major, as in a transpose.
        COLUMNS,
        /// Row-major, with a gap after each row.
        GAPS
    }

    /// A matrix in an array that has NaN wherever the matrix is not.
    record Laid(double[] data, int offset, int rows, int columns, int rowStride, int columnStride) {

        static Laid of(double[] values, int rows, int columns, Layout layout, int offset) {
            int rowStride = switch (layout) {
                case ROWS -> columns;
                case COLUMNS -> 1;
                case GAPS -> columns + 3;
            };
            int columnStride = layout == Layout.COLUMNS ? rows : 1;
            double[] data = new double[offset + rows * (columns + 3) + 20];
            Arrays.fill(data, Double.NaN);
            Laid laid = new Laid(data, offset, rows, columns, rowStride, columnStride);
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    data[laid.index(r, c)] = values[r * columns + c];
                }
            }
            return laid;
        }

        int index(int r, int c) {
            return offset + r * rowStride + c * columnStride;
        }

        double[] values() {
            double[] values = new double[rows * columns];
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    values[r * columns + c] = data[index(r, c)];
                }
            }
            return values;
        }

        /// The number of indices whose number is not NaN.
        long numbers() {
            long numbers = 0;
            for (double x : data) {
                numbers += Double.isNaN(x) ? 0 : 1;
            }
            return numbers;
        }

        private FloatView floats() {
            float[] numbers = new float[data.length];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) data[i];
            }
            return new FloatView(numbers, offset, rows, columns, rowStride, columnStride);
        }

        private DoubleView doubles() {
            return new DoubleView(data.clone(), offset, rows, columns, rowStride, columnStride);
        }

        private Laid with(double[] numbers) {
            return new Laid(numbers, offset, rows, columns, rowStride, columnStride);
        }
    }

    /// The resulting `c`; the argument is not modified.
    Laid of(Laid a, Laid b, Laid c, boolean add) {
        if (floats == null) {
            DoubleView result = c.doubles();
            doubles.multiply(a.doubles(), b.doubles(), result, add);
            return c.with(result.data());
        }
        FloatView result = c.floats();
        floats.multiply(a.floats(), b.floats(), result, add);
        double[] numbers = new double[result.data().length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = result.data()[i];
        }
        return c.with(numbers);
    }

    /// Numbers between -1 and 1 that a `float` holds.
    static double[] random(Random random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    /// `c + a·b` by three loops; all are row-major.
    static double[] oracle(double[] a, double[] b, double[] c, int m, int k, int n) {
        double[] result = c.clone();
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < k; p++) {
                double factor = a[i * k + p];
                for (int j = 0; j < n; j++) {
                    result[i * n + j] += factor * b[p * n + j];
                }
            }
        }
        return result;
    }

    static double[] magnitudes(double[] x) {
        double[] magnitudes = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            magnitudes[i] = Math.abs(x[i]);
        }
        return magnitudes;
    }
}
