package gradus.bench.ours;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Stopwatch;
import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Optimiser;
import gradus.ml.nn.Sequential;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.stream.IntStream;

/// Trains a three-layer perceptron on MNIST digits with the library.
public final class Mlp {

    private static final int BATCH = 64;
    private static final int PIXELS = 784;
    private static final int CLASSES = 10;

    private final float[] images;
    private final int[] labels;
    private final int[] order;
    private final Rng rng = Rng.of(1);
    private final Tape tape = Tape.recording();
    private final Sequential network = Sequential.mlp(rng, UnaryFunction.RELU, PIXELS, 256, 128, CLASSES);
    private final Optimiser adam = Adam.defaults().optimiserFor(network);

    private Mlp(Stopwatch watch) throws Exception {
        images = BenchmarkData.readFloats(watch.data().resolve("train-images.f32"));
        labels = BenchmarkData.readInts(watch.data().resolve("train-labels.i32"));
        order = IntStream.range(0, labels.length).toArray();
    }

    public static void main(String[] arguments) throws Exception {
        Stopwatch watch = Stopwatch.of(arguments);
        var mlp = new Mlp(watch);
        for (int epoch = 0; epoch < 3; epoch++) {
            mlp.epoch();
        }
        float[] images = BenchmarkData.readFloats(watch.data().resolve("test-images.f32"));
        int[] labels = BenchmarkData.readInts(watch.data().resolve("test-labels.i32"));
        watch.report("accuracy after 3 epochs", mlp.accuracy(images, labels), "share");
        watch.rate("training", mlp.labels.length / BATCH * BATCH, "images/s", mlp::epoch);
    }

    private Object epoch() {
        rng.shuffle(order);
        for (int start = 0; start + BATCH <= order.length; start += BATCH) {
            Tensor batch = Tensor.zeros(BATCH, PIXELS);
            int[] targets = new int[BATCH];
            for (int i = 0; i < BATCH; i++) {
                int image = order[start + i];
                System.arraycopy(images, image * PIXELS, batch.data(), i * PIXELS, PIXELS);
                targets[i] = labels[image];
            }
            tape.reset();
            Variable loss = Losses.crossEntropy(network.forward(tape.constant(batch)), targets);
            tape.backward(loss);
            adam.step(1e-3);
        }
        return this;
    }

    private double accuracy(float[] pixels, int[] targets) {
        float[] scores = network.forward(Tape.inference().constant(Tensor.of(pixels, targets.length, PIXELS)))
                .value()
                .toArray();
        int right = 0;
        for (int i = 0; i < targets.length; i++) {
            int best = 0;
            for (int c = 1; c < CLASSES; c++) {
                best = scores[i * CLASSES + c] > scores[i * CLASSES + best] ? c : best;
            }
            right += best == targets[i] ? 1 : 0;
        }
        return (double) right / targets.length;
    }
}
