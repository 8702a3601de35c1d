import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.mult.MatrixMatrixMult_DDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_FDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_MT_DDRM;
import org.ejml.dense.row.mult.MatrixMatrixMult_MT_FDRM;

/// Products of square matrices with EJML.
public class Gemm {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        boolean alone = watch.threads() == 1;
        EjmlConcurrency.setMaxThreads(watch.threads());
        for (int n : new int[] {64, 128, 512, 1024}) {
            var a = new FMatrixRMaj(n, n, true, BenchmarkData.normalFloats(n * n, 1));
            var b = new FMatrixRMaj(n, n, true, BenchmarkData.normalFloats(n * n, 2));
            var c = new FMatrixRMaj(n, n);
            watch.rate("SGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                if (alone) {
                    MatrixMatrixMult_FDRM.mult_reorder(a, b, c);
                } else {
                    MatrixMatrixMult_MT_FDRM.mult_reorder(a, b, c);
                }
                return c;
            });
        }
        for (int n : new int[] {512, 1024}) {
            var a = new DMatrixRMaj(n, n, true, BenchmarkData.normalDoubles(n * n, 1));
            var b = new DMatrixRMaj(n, n, true, BenchmarkData.normalDoubles(n * n, 2));
            var c = new DMatrixRMaj(n, n);
            watch.rate("DGEMM " + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
                if (alone) {
                    MatrixMatrixMult_DDRM.mult_reorder(a, b, c);
                } else {
                    MatrixMatrixMult_MT_DDRM.mult_reorder(a, b, c);
                }
                return c;
            });
        }
    }
}
