package gradus.bench;

import gradus.bench.comparison.BenchmarkData;
import gradus.bench.comparison.Comparison;
import gradus.bench.comparison.Measurements;
import gradus.bench.comparison.Options;
import gradus.bench.comparison.Participant;
import gradus.bench.comparison.Peer;
import gradus.bench.comparison.Report;
import gradus.bench.comparison.SpeedTarget;
import gradus.ml.data.io.IdxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Training of a three-layer perceptron on digits, compared with PyTorch.
public final class Mlp {

    private static final int PIXELS = 784;
    private static final int TRAINED = 9000;

    private static final List<SpeedTarget> TARGETS = List.of(
            new SpeedTarget("training", Peer.PYTORCH.displayName(), 1.3),
            new SpeedTarget("training", SpeedTarget.BEST, 1));

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(arguments);
        Path data = data(options);
        var report = new Report(
                options,
                "mlp",
                "A perceptron with layers of 784, 256, 128 and 10 units and ReLU learns 9,000 digits of MNIST: batches of 64,"
                        + " shuffled in each epoch, Adam with learning rate 0.001, cross-entropy. A sample is an epoch."
                        + " Accuracy is measured on 1,000 other digits.");
        for (int threads : options.threads()) {
            Measurements measurements = new Comparison(options, threads, data)
                    .with(Participant.ours(options, "Mlp"))
                    .with(Peer.PYTORCH, "Mlp")
                    .run();
            String title = Report.threads(threads);
            report.table(title, measurements).targets(title, measurements, TARGETS);
        }
        report.publish();
    }

    /// Writes the digits for all participants: pixels, standardised by mean and standard deviation, and
    /// labels.
    private static Path data(Options options) throws IOException {
        Path digits = options.root().resolve("data/mnist");
        Path folder = Files.createDirectories(options.root().resolve("bench/target/digits"));
        float[] pixels = IdxFile.read(digits.resolve("images.idx.gz")).toFloats();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] / 255 - 0.1307f) / 0.3081f;
        }
        int[] labels = IdxFile.read(digits.resolve("labels.idx.gz")).toInts();
        int split = TRAINED * PIXELS;
        BenchmarkData.write(folder.resolve("train-images.f32"), Arrays.copyOf(pixels, split));
        BenchmarkData.write(folder.resolve("test-images.f32"), Arrays.copyOfRange(pixels, split, pixels.length));
        BenchmarkData.write(folder.resolve("train-labels.i32"), Arrays.copyOf(labels, TRAINED));
        BenchmarkData.write(folder.resolve("test-labels.i32"), Arrays.copyOfRange(labels, TRAINED, labels.length));
        return folder;
    }

    private Mlp() {}
}
