package gradus.ml.kernel;

import gradus.ml.autodiff.Tape;
import gradus.ml.classic.KMeans;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.classic.Pca;
import gradus.ml.kernel.Kernel.Job;
import gradus.ml.kernel.Product.Laid;
import gradus.ml.kernel.Product.Layout;
import gradus.ml.linalg.Matrix;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Module;
import gradus.ml.nn.Optimiser;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.transformer.Gpt;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// A program that runs every kernel and trains tiny models, and prints a hash of the bits of each result. It
/// is started by [SameBitsTest].
final class BitsProgram {

    private BitsProgram() {}

    public static void main(String[] arguments) {
        AllKernels.list().forEach(kernel -> print(kernel.toString(), kernel(kernel)));
        for (Layout layout : Layout.values()) {
            print("products, " + layout, products(layout));
        }
        float[] x = Zone.random(new Random(1), 9000, -1, 1);
        print("sums", new double[] {Reductions.sum(x, 1, 8995), Reductions.sumOfSquares(x, 1, 8995)});
        print("perceptron", numbers(perceptron()));
        print("transformer", numbers(transformer()));
        Matrix rows = matrix();
        print("PCA", new Pca(3).fit(rows).components().flatten());
        print("k-means", new KMeans(5, 2, 20, 0, 1).fit(rows).centres().flatten());
        print(
                "logistic regression",
                new LogisticRegression(1)
                        .fit(rows, ints(rows.rows(), 2, 5))
                        .coefficients()
                        .toArray());
    }

    private static void print(String name, double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
        for (double number : numbers) {
            bytes.putLong(Double.doubleToLongBits(number));
        }
        var hash = new CRC32C();
        hash.update(bytes.flip());
        System.out.println(name + " " + Long.toHexString(hash.getValue()));
    }

    private static double[] kernel(Kernel kernel) {
        Job job = kernel.job(7, 45, kernel.adds(), 1);
        kernel.entryPoint().run(job);
        return job.out().stream()
                .flatMap(zone -> IntStream.range(0, zone.n()).mapToObj(i -> zone.values()[i]))
                .mapToDouble(number -> number)
                .toArray();
    }

    /// Products that are computed by tiles, by rows, and as dot products.
    private static double[] products(Layout layout) {
        int[][] shapes = {{20, 270, 33}, {3, 270, 21}, {150, 37, 1}, {1, 37, 150}};
        return Arrays.stream(shapes)
                .flatMap(s -> Stream.of(Product.FLOAT, Product.DOUBLE)
                        .map(product -> product(product, s[0], s[1], s[2], layout)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] product(Product product, int m, int k, int n, Layout layout) {
        Random random = new Random(1);
        Laid a = Laid.of(Product.random(random, m * k), m, k, Layout.ROWS, 0);
        Laid b = Laid.of(Product.random(random, k * n), k, n, layout, 1);
        Laid c = Laid.of(Product.random(random, m * n), m, n, Layout.ROWS, 2);
        return product.of(a, b, c, true).values();
    }

    private static Module perceptron() {
        Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.TANH, 70, 66, 10);
        Optimiser optimiser = Adam.defaults().optimiserFor(network);
        Tensor x = Tensor.of(Zone.random(new Random(2), 33 * 70, -1, 1), 33, 70);
        Tape tape = Tape.recording();
        for (int step = 0; step < 2; step++) {
            tape.reset();
            tape.backward(Losses.crossEntropy(network.forward(tape.constant(x)), ints(33, 10, 3)));
            optimiser.step(1e-2);
        }
        return network;
    }

    private static Module transformer() {
        Gpt gpt = Gpt.of(new Gpt.Config(20, 17, 1, 2, 24, 0.1), Rng.of(1));
        Optimiser optimiser = Adam.forTransformers().optimiserFor(gpt);
        Tape tape = Tape.recording(Rng.of(2));
        for (int step = 0; step < 2; step++) {
            tape.reset();
            tape.backward(gpt.loss(tape, ints(3 * 17, 20, 4), ints(3 * 17, 20, 5), 3));
            optimiser.step(1e-2);
        }
        return gpt;
    }

    private static Matrix matrix() {
        Rng rng = Rng.of(7);
        return Matrix.from(150, 9, (i, j) -> i % 5 * (j % 3) + rng.gaussian());
    }

    private static int[] ints(int n, int bound, long seed) {
        return new Random(seed).ints(n, 0, bound).toArray();
    }

    private static double[] numbers(Module module) {
        return module.parameters().values().stream()
                .map(parameter -> parameter.value().toArray())
                .flatMapToDouble(values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]))
                .toArray();
    }
}
