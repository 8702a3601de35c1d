package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.FloatView;
import gradus.ml.kernel.Gemm;
import gradus.ml.kernel.Kernels;
import gradus.ml.kernel.Reductions;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What it costs that sums are added in one order on every machine: the library's sums and dot products, and
/// the same with as many partial sums as suit the vectors of this processor.
///
/// Those keep four vectors of partial sums, enough to hide the latency of an addition, and end with
/// `reduceLanes`. Their last digits depend on the vector length, and on whether the code is compiled.
public final class SummationPrice {

    private static final VectorSpecies<Float> FLOATS =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES =
            DoubleVector.SPECIES_PREFERRED.length() > 8 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;

    /// The suffix to the name of a measurement in the order that suits the processor.
    public static final String FREE = " in any order";

    private static final int PRODUCTS = 100;

    private SummationPrice() {}

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        if (!Kernels.areFast()) {
            watch.remark("the plain kernels ran");
        }
        for (int n : new int[] {100, 1_000, 10_000}) {
            float[] x = BenchmarkData.normalFloats(n, 1);
            watch.time("sum of " + n + " floats", () -> Reductions.sum(x, 0, n));
            watch.time("sum of " + n + " floats" + FREE, () -> sum(x, n));
            floatProducts(watch, x, BenchmarkData.normalFloats(PRODUCTS * n, 2));
            doubleProducts(watch, BenchmarkData.normalDoubles(n, 3), BenchmarkData.normalDoubles(PRODUCTS * n, 4));
        }
    }

    /// Dot products of `x` with each of the 100 rows of `rows`.
    private static void floatProducts(Stopwatch watch, float[] x, float[] rows) throws Exception {
        int n = x.length;
        float[] products = new float[PRODUCTS];
        FloatView row = FloatView.of(x, 1, n);
        FloatView columns = FloatView.of(rows, PRODUCTS, n).transpose();
        FloatView result = FloatView.of(products, 1, PRODUCTS);
        watch.time(PRODUCTS + " products of " + n + " floats", () -> {
            Gemm.multiply(row, columns, result, false);
            return products;
        });
        watch.time(PRODUCTS + " products of " + n + " floats" + FREE, () -> {
            for (int i = 0; i < PRODUCTS; i++) {
                products[i] = dot(x, rows, i * n, n);
            }
            return products;
        });
    }

    private static void doubleProducts(Stopwatch watch, double[] x, double[] rows) throws Exception {
        int n = x.length;
        double[] products = new double[PRODUCTS];
        DoubleView row = DoubleView.of(x, 1, n);
        DoubleView columns = DoubleView.of(rows, PRODUCTS, n).transpose();
        DoubleView result = DoubleView.of(products, 1, PRODUCTS);
        watch.time(PRODUCTS + " products of " + n + " doubles", () -> {
            Gemm.multiply(row, columns, result, false);
            return products;
        });
        watch.time(PRODUCTS + " products of " + n + " doubles" + FREE, () -> {
            for (int i = 0; i < PRODUCTS; i++) {
                products[i] = dot(x, rows, i * n, n);
            }
            return products;
        });
    }

    private static float sum(float[] x, int n) {
        int width = FLOATS.length();
        FloatVector a = FloatVector.zero(FLOATS), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * width; i += 4 * width) {
            a = a.add(FloatVector.fromArray(FLOATS, x, i));
            b = b.add(FloatVector.fromArray(FLOATS, x, i + width));
            c = c.add(FloatVector.fromArray(FLOATS, x, i + 2 * width));
            d = d.add(FloatVector.fromArray(FLOATS, x, i + 3 * width));
        }
        for (; i <= n - width; i += width) {
            a = a.add(FloatVector.fromArray(FLOATS, x, i));
        }
        float sum = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            sum += x[i];
        }
        return sum;
    }

    private static float dot(float[] x, float[] y, int yOff, int n) {
        int width = FLOATS.length();
        FloatVector a = FloatVector.zero(FLOATS), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * width; i += 4 * width) {
            a = addProducts(x, i, y, yOff, a);
            b = addProducts(x, i + width, y, yOff, b);
            c = addProducts(x, i + 2 * width, y, yOff, c);
            d = addProducts(x, i + 3 * width, y, yOff, d);
        }
        for (; i <= n - width; i += width) {
            a = addProducts(x, i, y, yOff, a);
        }
        float dot = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            dot = Math.fma(x[i], y[yOff + i], dot);
        }
        return dot;
    }

    private static double dot(double[] x, double[] y, int yOff, int n) {
        int width = DOUBLES.length();
        DoubleVector a = DoubleVector.zero(DOUBLES), b = a, c = a, d = a;
        int i = 0;
        for (; i <= n - 4 * width; i += 4 * width) {
            a = addProducts(x, i, y, yOff, a);
            b = addProducts(x, i + width, y, yOff, b);
            c = addProducts(x, i + 2 * width, y, yOff, c);
            d = addProducts(x, i + 3 * width, y, yOff, d);
        }
        for (; i <= n - width; i += width) {
            a = addProducts(x, i, y, yOff, a);
        }
        double dot = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            dot = Math.fma(x[i], y[yOff + i], dot);
        }
        return dot;
    }

    private static FloatVector addProducts(float[] x, int i, float[] y, int yOff, FloatVector sum) {
        return FloatVector.fromArray(FLOATS, x, i).fma(FloatVector.fromArray(FLOATS, y, yOff + i), sum);
    }

    private static DoubleVector addProducts(double[] x, int i, double[] y, int yOff, DoubleVector sum) {
        return DoubleVector.fromArray(DOUBLES, x, i).fma(DoubleVector.fromArray(DOUBLES, y, yOff + i), sum);
    }
}
