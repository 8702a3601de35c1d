package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.kernel.BinaryFunction;
import gradus.ml.kernel.Kernels;
import gradus.ml.kernel.Reductions;
import gradus.ml.kernel.Rowwise;
import gradus.ml.kernel.UnaryFunction;

/// Elementwise and row-wise operations on a matrix with the kernels of the library, into an existing array.
public final class Elementwise {

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        if (!Kernels.areFast()) {
            watch.remark("the plain kernels ran");
        }
        int n = 1024;
        int all = n * n;
        float[] a = BenchmarkData.normalFloats(all, 1);
        float[] b = BenchmarkData.normalFloats(all, 2);
        float[] out = new float[all];
        float[] gain = BenchmarkData.normalFloats(n, 3);
        float[] bias = BenchmarkData.normalFloats(n, 4);
        float[] moments = new float[2 * n];
        watch.time("add", () -> {
            gradus.ml.kernel.Elementwise.zip(BinaryFunction.PLUS, a, 0, b, 0, out, 0, all, false);
            return out;
        });
        watch.time("exp", () -> {
            gradus.ml.kernel.Elementwise.map(UnaryFunction.EXP, a, 0, out, 0, all);
            return out;
        });
        watch.time("softmax of rows", () -> {
            Rowwise.softmax(a, 0, out, 0, n, n);
            return out;
        });
        watch.time("layer norm of rows", () -> {
            Rowwise.layerNorm(a, 0, gain, 0, bias, 0, out, 0, n, n, 1e-5f, moments);
            return out;
        });
        watch.time("gelu", () -> {
            gradus.ml.kernel.Elementwise.map(UnaryFunction.GELU, a, 0, out, 0, all);
            return out;
        });
        watch.time("sum", () -> Reductions.sum(a, 0, all));
    }

    private Elementwise() {}
}
