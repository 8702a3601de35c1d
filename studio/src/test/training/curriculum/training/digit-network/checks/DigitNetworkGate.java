package gradus.checks.digit_network;

import gradus.lab.digit_network.DigitNetwork;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Sequential;
import gradus.ml.nn.TensorDataset;
import gradus.ml.nn.Trainer;
import gradus.ml.nn.TrainingTask;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.DataArray;
import gradus.proctor.figure.ImageGrid;
import gradus.proctor.report.Report;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigitNetworkGate {

    private static final int EPOCHS = 10;
    private static final int PIXELS = 28 * 28;

    @Test
    @DisplayName("after training on 9,000 digits, it reads 96 % of 1,000 others")
    void readsDigits() {
        DataArray images = DataArray.read("mnist", "images.idx.gz");
        int[] labels = DataArray.read("mnist", "labels.idx.gz").toIntArray();
        TensorDataset.Classification training = withShifts(digits(images, labels, 0, 8500));
        TensorDataset.Classification validation = digits(images, labels, 8500, 9000);
        TensorDataset.Classification test = digits(images, labels, 9000, 10000);

        Rng rng = Rng.of(Metric.seed(1));
        Sequential network = DigitNetwork.layers(rng);
        new Trainer(EPOCHS, LearningRateSchedule.cosine(1e-3, 1e-5, 0, EPOCHS * 5 * 266), EPOCHS, 0)
                .fit(
                        network,
                        Adam.defaults().optimiserFor(network),
                        TrainingTask.supervised(network, training, validation, 32),
                        rng,
                        epoch -> {
                            Report.progress(epoch.number() + 1, EPOCHS);
                            Report.point("training loss", epoch.number() + 1, epoch.trainingLoss());
                            Report.point("validation loss", epoch.number() + 1, epoch.validationLoss());
                            Report.point(
                                    "validation accuracy", epoch.number() + 1, accuracy(network, validation));
                            showMisread(network, validation);
                        });

        Metric.of("accuracy on 1,000 digits it has never seen", () -> accuracy(network, test))
                .atLeast(0.96, "the reference reaches 0.978");
    }

    private static TensorDataset.Classification digits(DataArray images, int[] labels, int from, int to) {
        float[] pixels = new float[(to - from) * PIXELS];
        for (int i = from; i < to; i++) {
            double[] row = images.row(i);
            for (int p = 0; p < PIXELS; p++) {
                pixels[(i - from) * PIXELS + p] = (float) (row[p] / 255);
            }
        }
        return new TensorDataset.Classification(
                Tensor.of(pixels, to - from, PIXELS), Arrays.copyOfRange(labels, from, to));
    }

    /// The digits, and each of them moved by a pixel to the left, to the right, up and down.
    private static TensorDataset.Classification withShifts(TensorDataset.Classification digits) {
        int[] shifts = {0, -1, 1, -28, 28};
        int[] classes = digits.classes();
        float[] pixels = digits.inputs().toArray();
        float[] all = new float[shifts.length * pixels.length];
        int[] labels = new int[shifts.length * classes.length];
        for (int s = 0; s < shifts.length; s++) {
            for (int p = 0; p < pixels.length; p++) {
                int from = p % PIXELS + shifts[s];
                all[s * pixels.length + p] = from < 0 || from >= PIXELS ? 0 : pixels[p + shifts[s]];
            }
            System.arraycopy(classes, 0, labels, s * classes.length, classes.length);
        }
        return new TensorDataset.Classification(Tensor.of(all, labels.length, PIXELS), labels);
    }

    private static double accuracy(Sequential network, TensorDataset.Classification digits) {
        int[] read = DigitNetwork.read(network, digits.inputs());
        int[] classes = digits.classes();
        int right = 0;
        for (int i = 0; i < classes.length; i++) {
            right += read[i] == classes[i] ? 1 : 0;
        }
        return (double) right / classes.length;
    }

    private static void showMisread(Sequential network, TensorDataset.Classification digits) {
        int[] read = DigitNetwork.read(network, digits.inputs());
        int[] classes = digits.classes();
        float[] pixels = digits.inputs().toArray();
        ImageGrid grid = ImageGrid.of(28, 6);
        int shown = 0;
        int wrong = 0;
        for (int i = 0; i < classes.length; i++) {
            if (read[i] != classes[i]) {
                wrong++;
                if (shown++ < 12) {
                    grid.add(
                            Arrays.copyOfRange(pixels, i * PIXELS, (i + 1) * PIXELS),
                            classes[i] + " as " + read[i]);
                }
            }
        }
        Report.picture(
                "Misread digits",
                grid.picture(wrong + " of " + classes.length + " digits of the validation set are misread; the first "
                        + Math.min(wrong, 12) + ", with what they are and what was read"));
    }
}
