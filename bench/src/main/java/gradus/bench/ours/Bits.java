package gradus.bench.ours;

import gradus.ml.autodiff.Tape;
import gradus.ml.classic.KMeans;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.classic.Pca;
import gradus.ml.kernel.UnaryFunction;
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
import java.util.zip.CRC32C;

/// Trains small models, and prints a hash of the bits of each: lines of `name hash`.
public final class Bits {

    private final int scale;

    private Bits(int scale) {
        this.scale = scale;
    }

    /// @param arguments how large the models are: 1 for tiny ones, for interpreted code; 4 for small ones
    public static void main(String[] arguments) {
        var bits = new Bits(Integer.parseInt(arguments[0]));
        print("MLP", bits.perceptron());
        print("GPT", bits.transformer());
        print("PCA", bits.components());
        print("k-means", bits.clusters());
        print("logistic", bits.logistic());
    }

    private static void print(String name, CRC32C hash) {
        IO.println(name + " " + String.format("%08x", hash.getValue()));
    }

    private CRC32C perceptron() {
        int rows = 33 * scale;
        int features = 70 * scale;
        Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.TANH, features, 66 * scale, 10);
        Optimiser optimiser = Adam.defaults().optimiserFor(network);
        Tensor x = Tensor.of(floats(rows * features, 2), rows, features);
        int[] targets = ints(rows, 10, 3);
        Tape tape = Tape.recording();
        for (int step = 0; step < 2 * scale; step++) {
            tape.reset();
            tape.backward(Losses.crossEntropy(network.forward(tape.constant(x)), targets));
            optimiser.step(1e-2);
        }
        return hash(network);
    }

    private CRC32C transformer() {
        int length = 17 * scale;
        int width = 24 * scale;
        Gpt gpt = Gpt.of(new Gpt.Config(20, length, 2, 2, width, 0.1), Rng.of(1));
        Optimiser optimiser = Adam.forTransformers().optimiserFor(gpt);
        Tape tape = Tape.recording(Rng.of(2));
        for (int step = 0; step < 2; step++) {
            tape.reset();
            tape.backward(gpt.loss(tape, ints(3 * length, 20, 4 + step), ints(3 * length, 20, 6 + step), 3));
            optimiser.step(1e-2);
        }
        return hash(gpt);
    }

    private CRC32C components() {
        Pca.Model model = new Pca(3).fit(matrix(200 * scale, 9 * scale));
        return hash(model.components().flatten(), model.explainedVariances().toArray());
    }

    private CRC32C clusters() {
        KMeans.Model model = new KMeans(5, 2, 20, 0, 1).fit(matrix(200 * scale, 9 * scale));
        return hash(model.centres().flatten(), model.inertias().toArray());
    }

    private CRC32C logistic() {
        Matrix x = matrix(200 * scale, 9 * scale);
        LogisticRegression.Model model = new LogisticRegression(1).fit(x, ints(x.rows(), 2, 5));
        return hash(model.coefficients().toArray(), new double[] {model.intercept()});
    }

    private static Matrix matrix(int rows, int columns) {
        Rng rng = Rng.of(7);
        return Matrix.from(rows, columns, (i, j) -> i % 5 * (j % 3) + rng.gaussian());
    }

    private static float[] floats(int n, long seed) {
        Rng rng = Rng.of(seed);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) rng.gaussian();
        }
        return numbers;
    }

    private static int[] ints(int n, int bound, long seed) {
        Rng rng = Rng.of(seed);
        int[] numbers = new int[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = rng.nextInt(bound);
        }
        return numbers;
    }

    private static CRC32C hash(Module module) {
        var hash = new CRC32C();
        module.parameters().values().forEach(parameter -> {
            float[] numbers = parameter.value().toArray();
            ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
            for (float number : numbers) {
                bytes.putInt(Float.floatToIntBits(number));
            }
            hash.update(bytes.flip());
        });
        return hash;
    }

    private static CRC32C hash(double[]... arrays) {
        var hash = new CRC32C();
        for (double[] numbers : arrays) {
            ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
            for (double number : numbers) {
                bytes.putLong(Double.doubleToLongBits(number));
            }
            hash.update(bytes.flip());
        }
        return hash;
    }
}
