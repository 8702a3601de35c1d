import dev.ludovic.netlib.blas.JavaBLAS;
import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;

/// Products of square matrices with netlib's Java implementation, which has one thread. It stores matrices in
/// column-major order; for square ones that doesn't change the amount of work.
public class Gemm {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        JavaBLAS blas = JavaBLAS.getInstance();
        watch.remark("its class is " + blas.getClass().getSimpleName());
        for (int n : new int[] {64, 128, 512, 1024}) {
            float[] a = BenchmarkData.normalFloats(n * n, 1);
            float[] b = BenchmarkData.normalFloats(n * n, 2);
            float[] c = new float[n * n];
            watch.rate("SGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                blas.sgemm("N", "N", n, n, n, 1, a, n, b, n, 0, c, n);
                return c;
            });
        }
        for (int n : new int[] {512, 1024}) {
            double[] a = BenchmarkData.normalDoubles(n * n, 1);
            double[] b = BenchmarkData.normalDoubles(n * n, 2);
            double[] c = new double[n * n];
            watch.rate("DGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                blas.dgemm("N", "N", n, n, n, 1, a, n, b, n, 0, c, n);
                return c;
            });
        }
    }
}
