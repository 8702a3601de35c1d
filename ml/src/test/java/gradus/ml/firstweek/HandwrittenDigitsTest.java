package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.data.io.IdxFile;
import gradus.ml.data.io.NdArray;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Sequential;
import gradus.ml.nn.TensorDataset;
import gradus.ml.nn.Trainer;
import gradus.ml.nn.TrainingTask;
import gradus.ml.numbers.Rng;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.tensor.Selection;
import gradus.ml.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A neural network that reads handwritten digits, trained on 2,000 images of MNIST.
class HandwrittenDigitsTest {

    private static final Path FOLDER = Path.of(System.getProperty("gradus.root"), "data/mnist");

    private final NdArray images = IdxFile.read(FOLDER.resolve("images.idx.gz"));
    private final NdArray labels = IdxFile.read(FOLDER.resolve("labels.idx.gz"));

    @Test
    void anMlpReadsHandwrittenDigits() {
        Sequential network = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 28 * 28, 64, 10);
        var task = TrainingTask.supervised(network, digits(0, 2000), digits(2000, 2500), 50);
        var trainer = new Trainer(12, LearningRateSchedule.constant(0.002), 3, 0);
        Trainer.History history = trainer.fit(network, Adam.defaults().optimiserFor(network), task, Rng.of(2));

        TensorDataset.Classification test = digits(9000, 10_000);
        int[] predicted = Selection.argmax(network.predict(test.inputs()), 1);
        double accuracy = ClassificationMetrics.accuracy(test.classes(), predicted);

        assertThat(history.best().validationLoss()).isLessThan(0.3);
        assertThat(accuracy).isGreaterThan(0.88);
    }

    /// A range of the images, flattened, with pixels from 0 to 1.
    private TensorDataset.Classification digits(int from, int to) {
        Tensor pixels = Tensor.of(images.slice(from, to).toFloats(), to - from, 28 * 28);
        return TensorDataset.of(
                pixels.affine(1 / 255f, 0), labels.slice(from, to).toInts());
    }
}
