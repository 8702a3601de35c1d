import static org.bytedeco.pytorch.global.torch.add_out;
import static org.bytedeco.pytorch.global.torch.exp_out;
import static org.bytedeco.pytorch.global.torch.gelu_out;
import static org.bytedeco.pytorch.global.torch.layer_norm;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.softmax_out;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/// Elementwise and row-wise operations on a matrix with PyTorch, into an existing matrix. Only layer
/// normalisation makes a new one, because PyTorch has no other form of it.
public class Elementwise {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        set_num_threads(watch.threads());
        int n = 1024;
        try (var _ = new NoGradGuard()) {
            Tensor a = Tensor.create(BenchmarkData.normalFloats(n * n, 1), n, n);
            Tensor b = Tensor.create(BenchmarkData.normalFloats(n * n, 2), n, n);
            Tensor out = a.clone();
            var scale = new TensorOptional(Tensor.create(BenchmarkData.normalFloats(n, 3), n));
            var shift = new TensorOptional(Tensor.create(BenchmarkData.normalFloats(n, 4), n));
            long[] rows = {n};
            watch.time("add", () -> closed(add_out(out, a, b)));
            watch.time("exp", () -> closed(exp_out(out, a)));
            watch.time("softmax of rows", () -> closed(softmax_out(out, a, 1)));
            watch.time("layer norm of rows", () -> closed(layer_norm(a, rows, scale, shift, 1e-5, false)));
            watch.time("gelu", () -> closed(gelu_out(out, a)));
            watch.time("sum", () -> closed(a.sum()));
        }
    }

    private static Object closed(Tensor result) {
        result.close();
        return result;
    }
}
