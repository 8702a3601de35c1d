import static org.bytedeco.pytorch.global.torch.mm_out;
import static org.bytedeco.pytorch.global.torch.set_num_threads;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/// Products of square matrices with PyTorch, into an existing tensor.
public class Gemm {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        set_num_threads(watch.threads());
        try (var _ = new NoGradGuard()) {
            for (int n : new int[] {64, 128, 512, 1024, 2048}) {
                Tensor a = Tensor.create(BenchmarkData.normalFloats(n * n, 1), n, n);
                Tensor b = Tensor.create(BenchmarkData.normalFloats(n * n, 2), n, n);
                measure(watch, "SGEMM ", n, a, b);
            }
            for (int n : new int[] {512, 1024}) {
                Tensor a = Tensor.create(BenchmarkData.normalDoubles(n * n, 1), n, n);
                Tensor b = Tensor.create(BenchmarkData.normalDoubles(n * n, 2), n, n);
                measure(watch, "DGEMM ", n, a, b);
            }
        }
    }

    private static void measure(Stopwatch watch, String name, int n, Tensor a, Tensor b) throws Exception {
        Tensor c = a.clone();
        watch.rate(name + n, 2e-9 * n * n * n, "GFLOP/s", () -> {
            mm_out(c, a, b).close();
            return c;
        });
    }
}
