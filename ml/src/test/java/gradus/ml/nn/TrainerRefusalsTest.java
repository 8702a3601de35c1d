package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tasks and schedules that a trainer rejects.
class TrainerRefusalsTest {

    private final Linear model = Linear.of(Tensor.full(1, 1, 1));

    /// A task of one batch an epoch.
    private record Task(Linear model, int batchSize, int outputs) implements TrainingTask<Integer> {

        @Override
        public Iterable<Integer> batches(Rng rng) {
            return List.of(1);
        }

        @Override
        public int batchSize(Integer batch) {
            return batchSize;
        }

        @Override
        public Variable loss(Tape tape, Integer batch) {
            return model.forward(tape.constant(Tensor.full(1, outputs, 1)));
        }

        @Override
        public double validationLoss(Tape tape) {
            return 1;
        }
    }

    private void fit(Task task, LearningRateSchedule schedule) {
        Trainer.of(3, schedule).fit(model, Sgd.plain().optimiserFor(model), task, Rng.of(1), _ -> {});
    }

    @Test
    void aBatchWithoutExamplesIsRejected() {
        for (int size : new int[] {0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fit(new Task(model, size, 1), LearningRateSchedule.constant(1)))
                    .withMessage("batchSize of a batch must be at least 1, got " + size);
        }
    }

    @Test
    void aLossOfSeveralElementsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(new Task(model, 2, 2), LearningRateSchedule.constant(1)))
                .withMessageContaining("(2, 1)");
    }

    @Test
    void aLearningRateOutOfItsRangeIsRejectedAtItsStepAndTheBestParametersStay() {
        for (double bad : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fit(new Task(model, 1, 1), step -> step == 2 ? bad : 0.5))
                    .withMessageContaining("learningRate must be at least 0 and fit into a float, got " + bad);
        }
        // Each time, only the first epoch was an improvement.
        assertThat(model.weight().value().item()).isEqualTo(1 - 3 * 0.5f);
    }

    @Test
    void aHistoryCopiesItsEpochs() {
        var epoch = new Trainer.Epoch(0, 1, 1, 1, true);
        var epochs = new ArrayList<>(List.of(epoch));
        var history = new Trainer.History(epochs, epoch, false);
        epochs.clear();
        assertThat(history.epochs()).containsExactly(epoch);
    }
}
