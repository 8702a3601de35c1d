import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/// Products of square matrices with OpenBLAS, in memory outside the Java heap.
public class Gemm {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        blas_set_num_threads(watch.threads());
        for (int n : new int[] {64, 128, 512, 1024, 2048}) {
            var a = new FloatPointer(BenchmarkData.normalFloats(n * n, 1));
            var b = new FloatPointer(BenchmarkData.normalFloats(n * n, 2));
            var c = new FloatPointer(new float[n * n]);
            watch.rate("SGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, c, n);
                return c;
            });
        }
        for (int n : new int[] {512, 1024}) {
            var a = new DoublePointer(BenchmarkData.normalDoubles(n * n, 1));
            var b = new DoublePointer(BenchmarkData.normalDoubles(n * n, 2));
            var c = new DoublePointer(new double[n * n]);
            watch.rate("DGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, a, n, b, n, 0, c, n);
                return c;
            });
        }
    }
}
