package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.FloatView;

/// Products of square matrices with the library.
public final class Gemm {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        for (int n : new int[] {64, 128, 512, 1024, 2048}) {
            FloatView a = FloatView.of(BenchmarkData.normalFloats(n * n, 1), n, n);
            FloatView b = FloatView.of(BenchmarkData.normalFloats(n * n, 2), n, n);
            FloatView c = FloatView.of(new float[n * n], n, n);
            watch.rate("SGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                gradus.ml.kernel.Gemm.multiply(a, b, c, false);
                return c;
            });
        }
        for (int n : new int[] {512, 1024}) {
            DoubleView a = DoubleView.of(BenchmarkData.normalDoubles(n * n, 1), n, n);
            DoubleView b = DoubleView.of(BenchmarkData.normalDoubles(n * n, 2), n, n);
            DoubleView c = DoubleView.of(new double[n * n], n, n);
            watch.rate("DGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                gradus.ml.kernel.Gemm.multiply(a, b, c, false);
                return c;
            });
        }
    }

    private Gemm() {}
}
