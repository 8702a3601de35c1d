package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.data.io.IdxFile;
import gradus.ml.data.io.NdArray;
import gradus.ml.data.split.Batches;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Sequential;
import gradus.ml.nn.Trainer;
import gradus.ml.nn.TrainingTask;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A neural network that reads handwritten digits, trained on 2,000 images of MNIST.
class HandwrittenDigitsTest {

    private static final Path FOLDER = Path.of(System.getProperty("gradus.root"), "data/mnist");

    private final NdArray images = IdxFile.read(FOLDER.resolve("images.idx.gz"));
    private final NdArray labels = IdxFile.read(FOLDER.resolve("labels.idx.gz"));

    @Test
    void anMlpReadsHandwrittenDigits() {
        Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 28 * 28, 64, 10);
        Tensor pixels = pixels(0, 2000);
        int[] digits = digits(0, 2000);
        Tensor validationPixels = pixels(2000, 2500);
        int[] validationDigits = digits(2000, 2500);
        var task = new TrainingTask<int[]>() {

            @Override
            public List<int[]> batches(Rng rng) {
                return Batches.of(digits.length, 50).shuffled(rng);
            }

            @Override
            public int batchSize(int[] batch) {
                return batch.length;
            }

            @Override
            public Variable loss(Tape tape, int[] batch) {
                Variable logits = network.forward(tape.constant(pixels).gather(0, batch));
                return Losses.crossEntropy(
                        logits, Arrays.stream(batch).map(i -> digits[i]).toArray());
            }

            @Override
            public double validationLoss(Tape tape) {
                Variable logits = network.forward(tape.constant(validationPixels));
                return Losses.crossEntropy(logits, validationDigits).value().item();
            }
        };

        var trainer = new Trainer(12, LearningRateSchedule.constant(0.002), 3, 0);
        Trainer.History history = trainer.fit(network, Adam.defaults().optimiserFor(network), task, Rng.of(2), _ -> {});
        Tensor logits =
                network.forward(Tape.inference().constant(pixels(9000, 10_000))).value();
        double accuracy = ClassificationMetrics.accuracy(digits(9000, 10_000), Selection.argmax(logits, 1));

        assertThat(history.best().validationLoss()).isLessThan(0.3);
        assertThat(accuracy).isGreaterThan(0.88);
    }

    private Tensor pixels(int from, int to) {
        return Tensor.of(images.slice(from, to).toFloats(), to - from, 28 * 28).affine(1 / 255f, 0);
    }

    private int[] digits(int from, int to) {
        return labels.slice(from, to).toInts();
    }
}
