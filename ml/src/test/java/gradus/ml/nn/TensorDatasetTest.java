package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Labelled examples, and the task of learning them.
class TensorDatasetTest {

    private final Tensor inputs = Tensor.of(new float[] {0, 1, 10, 11, 20, 21}, 3, 2);
    private final TensorDataset.Classification classified = TensorDataset.of(inputs, new int[] {2, 0, 1});
    private final TensorDataset.Regression measured = TensorDataset.of(inputs, Tensor.of(new float[] {5, 6, 7}, 3, 1));

    @Test
    void inputsKeepTheirLabelsInRowsAndSlices() {
        TensorDataset.Classification rows = classified.rows(2, 0, 2);
        assertThat(rows.inputs().toArray()).containsExactly(20, 21, 0, 1, 20, 21);
        assertThat(rows.classes()).containsExactly(1, 2, 1);
        assertThat(classified.slice(1, 3).inputs().toArray()).containsExactly(10, 11, 20, 21);
        assertThat(classified.slice(1, 3).classes()).containsExactly(0, 1);
        assertThat(measured.rows(1, 0).targets().toArray()).containsExactly(6, 5);
        assertThat(measured.slice(2, 3).targets().toArray()).containsExactly(7);
        assertThat(measured.slice(2, 3).inputs().toArray()).containsExactly(20, 21);
        assertThat(List.of(classified.size(), rows.size(), measured.slice(0, 2).size()))
                .containsExactly(3, 3, 2);
    }

    @Test
    void matricesAndVectorsBecomeTensors() {
        Matrix matrix = Matrix.of(new double[] {0, 1}, new double[] {10, 11}, new double[] {20, 21});
        assertThat(TensorDataset.of(matrix, new int[] {2, 0, 1}).inputs().toArray())
                .isEqualTo(inputs.toArray());
        TensorDataset.Regression regression = TensorDataset.of(matrix, Vector.of(5, 6, 7));
        assertThat(regression.targets().shape()).isEqualTo(measured.targets().shape());
        assertThat(regression.targets().toArray()).containsExactly(5, 6, 7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorDataset.of(Matrix.of(new double[] {1e39}), new int[] {0}))
                .withMessage("inputs must be finite and fit into a float, got Infinity in example 0;"
                        + " impute or drop it");
    }

    @Test
    void theLossIsThatOfTheLabels() {
        Variable logits = Variable.parameter(Tensor.normal(Rng.of(1), 1, 3, 3));
        assertThat(classified.loss(logits).value().item())
                .isEqualTo(
                        Losses.crossEntropy(logits, new int[] {2, 0, 1}).value().item());
        Variable output = Variable.parameter(Tensor.of(new float[] {5, 6, 10}, 3, 1));
        assertThat(measured.loss(output).value().item()).isEqualTo(3);
    }

    @Test
    void classesAreCopied() {
        int[] classes = {2, 0, 1};
        TensorDataset.Classification dataset = TensorDataset.of(inputs, classes);
        classes[0] = 0;
        dataset.classes()[1] = 2;
        assertThat(dataset.classes()).containsExactly(2, 0, 1);
    }

    @Test
    void whatIsMissingOrDoesNotFitIsRejected() {
        assertRejected(() -> TensorDataset.of(Tensor.zeros(0, 2), new int[0]), "at least 1 example, got (0, 2)");
        assertRejected(() -> TensorDataset.of(Tensor.scalar(1), new int[] {0}), "shape (n, …)");
        assertRejected(() -> TensorDataset.of(inputs, new int[] {0, 1}), "one for each of the 3 examples, got 2");
        assertRejected(() -> TensorDataset.of(inputs, Tensor.zeros(2, 1)), "one for each of the 3 examples, got 2");
        assertRejected(() -> TensorDataset.of(inputs, new int[] {0, 1, -1}), "the class at index 2");
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int i = 0; i < 3; i++) {
                Tensor column = Tensor.zeros(3, 1);
                column.set(bad, i, 0);
                String message = " must be finite and fit into a float, got " + bad + " in example " + i;
                assertRejected(() -> TensorDataset.of(column, new int[3]), "inputs" + message);
                assertRejected(() -> TensorDataset.of(inputs, column), "targets" + message);
            }
        }
        assertRejected(() -> classified.rows(), "at least 1 example");
        assertRejected(() -> measured.slice(1, 1), "at least 1 example");
        for (TensorDataset each : List.of(classified, measured)) {
            assertThatThrownBy(() -> each.rows(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> each.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> each.slice(0, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static void assertRejected(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessageContaining(message);
    }

    @Test
    void eachEpochHasEveryExampleOnceInAnotherOrder() {
        float[] numbers = new float[10];
        int[] classes = new int[10];
        for (int i = 0; i < 10; i++) {
            numbers[i] = i;
            classes[i] = i;
        }
        TensorDataset all = TensorDataset.of(Tensor.of(numbers, 10, 1), classes);
        Layer model = Linear.of(1, 10, Rng.of(1));
        var task = TrainingTask.supervised(model, all, all.slice(0, 2), 4);
        Rng rng = Rng.of(2);
        var epochs = new ArrayList<List<Integer>>();
        for (int epoch = 0; epoch < 2; epoch++) {
            var sizes = new ArrayList<Integer>();
            var seen = new ArrayList<Integer>();
            for (TensorDataset batch : task.batches(rng)) {
                sizes.add(task.batchSize(batch));
                for (float each : batch.inputs().toArray()) {
                    seen.add((int) each);
                }
            }
            assertThat(sizes).containsExactly(4, 4, 2);
            assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            epochs.add(seen);
        }
        assertThat(epochs.get(0)).isNotEqualTo(epochs.get(1));
        assertThat(task.validationLoss(Tape.inference()))
                .isEqualTo(all.slice(0, 2)
                        .loss(Variable.parameter(model.predict(Tensor.of(new float[] {0, 1}, 2, 1))))
                        .value()
                        .item());
    }

    @Test
    void aTaskNeedsABatchSizeAndSetsOfTheSameKind() {
        Layer model = Linear.of(2, 3, Rng.of(1));
        assertRejected(() -> TrainingTask.supervised(model, classified, classified, 0), "batchSize must be at least 1");
        assertRejected(
                () -> TrainingTask.supervised(model, classified, measured, 1),
                "got Classification with inputs of shape (3, 2) and Regression with inputs of shape (3, 2)");
        TensorDataset wider = TensorDataset.of(Tensor.zeros(3, 5), new int[3]);
        assertRejected(() -> TrainingTask.supervised(model, classified, wider, 1), "(3, 5)");
    }

    @Test
    void aLineIsLearntWithoutACallback() {
        Rng rng = Rng.of(3);
        Matrix x = Matrix.from(60, 1, (_, _) -> rng.gaussian());
        TensorDataset line = TensorDataset.of(x, Vector.from(60, i -> 3 * x.get(i, 0) - 1));
        Linear model = Linear.of(1, 1, Rng.of(1));
        var task = TrainingTask.supervised(model, line.slice(0, 40), line.slice(40, 60), 10);
        Trainer.History history = Trainer.of(50, LearningRateSchedule.constant(0.05))
                .fit(model, Sgd.withMomentum().optimiserFor(model), task, Rng.of(2));
        assertThat(history.best().validationLoss()).isLessThan(1e-6);
        assertThat(model.predict(Tensor.full(2, 1, 1)).item()).isBetween(4.99f, 5.01f);
    }

    @Test
    void aPredictionDropsNothingAndRecordsNothing() {
        var model = Sequential.of(Linear.of(2, 4, Rng.of(1)), new Activation(UnaryFunction.TANH), new Dropout(0.5));
        Tensor first = model.predict(inputs);
        assertThat(first.shape().sizes()).containsExactly(3, 4);
        assertThat(model.predict(inputs).toArray()).isEqualTo(first.toArray()).doesNotContain(0);
    }
}
