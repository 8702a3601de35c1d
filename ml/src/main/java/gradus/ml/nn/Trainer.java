package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Training loop with early stopping. Each mini-batch of an epoch gets a forward pass, a loss, a backward
/// pass and an optimiser step. After each epoch, the validation loss is computed. At the end, the model has
/// the parameters of the best epoch: the last one that improved the validation loss.
///
/// @param epochs maximum number of epochs, at least 1
/// @param schedule learning rate of each step
/// @param patience training stops after this many consecutive epochs without an improvement, at least 1
/// @param minDelta an epoch is an improvement if its validation loss is below the best so far by more than
///     this; at least 0
public record Trainer(int epochs, LearningRateSchedule schedule, int patience, double minDelta) {

    /// Checks the settings.
    ///
    /// @throws IllegalArgumentException if one is out of its range
    public Trainer {
        if (epochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "epochs and patience must be at least 1, got epochs " + epochs + " and patience " + patience);
        }
        Require.nonNegative("minDelta", minDelta);
    }

    /// Without early stopping. At the end, the model still has the parameters of its best epoch.
    public static Trainer of(int epochs, LearningRateSchedule learningRateSchedule) {
        return new Trainer(epochs, learningRateSchedule, Integer.MAX_VALUE, 0);
    }

    /// Losses of one epoch.
    ///
    /// @param number number of the epoch, counted from 0
    /// @param trainingLoss mean loss over the examples of the epoch; the loss of a mini-batch is computed
    ///     before its optimiser step
    /// @param validationLoss loss on the validation set after the epoch
    /// @param learningRate learning rate of the last step of the epoch
    /// @param improved whether this epoch was an improvement: see `minDelta` of [Trainer]
    public record Epoch(
            int number, double trainingLoss, double validationLoss, double learningRate, boolean improved) {}

    /// Training history.
    ///
    /// @param epochs all epochs, in order
    /// @param best the last epoch that was an improvement; the model has its parameters now
    /// @param stoppedEarly whether training stopped before the maximum number of epochs, because none of the
    ///     last `patience` epochs was an improvement
    public record History(List<Epoch> epochs, Epoch best, boolean stoppedEarly) {

        /// Copies the list.
        public History {
            epochs = List.copyOf(epochs);
        }
    }

    /// Trains a model without a callback: see the other `fit`.
    ///
    /// @throws IllegalStateException if training diverges
    /// @throws IllegalArgumentException if an epoch has no examples, or a learning rate is negative or not
    ///     finite
    public <B> History fit(Module model, Optimiser optimiser, TrainingTask<B> trainingTask, Rng rng) {
        return fit(model, optimiser, trainingTask, rng, _ -> {});
    }

    /// Trains a model, starting with epoch 0.
    ///
    /// If an exception is thrown, the parameters of the model are reset to those of the best epoch so far, or
    /// to the initial ones if no epoch is complete.
    ///
    /// @param rng random generator of the training: for shuffling in [TrainingTask#batches], and for layers
    ///     such as dropout
    /// @param onEpochEnd callback, called at the end of each epoch
    /// @throws IllegalStateException if training diverges: the training loss, the validation loss or a
    ///     gradient is not finite
    /// @throws IllegalArgumentException if an epoch has no examples, or a learning rate is negative or not
    ///     finite
    public <B> History fit(
            Module model, Optimiser optimiser, TrainingTask<B> trainingTask, Rng rng, Consumer<Epoch> onEpochEnd) {
        return resume(0, model, optimiser, trainingTask, rng, onEpochEnd);
    }

    /// Resumes training at epoch `firstEpoch`. With a model, an optimiser and a generator from
    /// [Checkpoint#restore], the epochs are bitwise identical to those of an uninterrupted training run.
    /// Patience and best epoch are not restored: both start anew.
    ///
    /// @param firstEpoch number of completed epochs, see [Checkpoint#completedEpochs]
    /// @throws IllegalArgumentException if `firstEpoch` is negative or not below `epochs`, and as in [#fit]
    /// @throws IllegalStateException if training diverges, as in [#fit]
    public <B> History resume(
            int firstEpoch,
            Module model,
            Optimiser optimiser,
            TrainingTask<B> trainingTask,
            Rng rng,
            Consumer<Epoch> onEpochEnd) {
        if (firstEpoch < 0 || firstEpoch >= epochs) {
            throw new IllegalArgumentException(
                    "firstEpoch must be at least 0 and below epochs " + epochs + ", got " + firstEpoch);
        }
        Tape trainingTape = Tape.recording(rng);
        Tape validationTape = Tape.inference();
        // A training that failed may have left gradients behind.
        model.parameters().values().forEach(Variable::clearGradient);
        var completed = new ArrayList<Epoch>();
        Map<String, Tensor> bestParameters = copies(model);
        int best = -1;
        try {
            for (int number = firstEpoch;
                    number < epochs && (best < 0 || completed.size() - 1 - best < patience);
                    number++) {
                double trainingLoss = trainEpoch(number, trainingTape, optimiser, trainingTask, rng);
                validationTape.reset();
                double validationLoss = trainingTask.validationLoss(validationTape);
                if (!Double.isFinite(validationLoss)) {
                    throw diverged("the validation loss after epoch " + number, validationLoss);
                }
                boolean improved = best < 0 || validationLoss < completed.get(best).validationLoss - minDelta;
                completed.add(new Epoch(
                        number, trainingLoss, validationLoss, schedule.learningRate(optimiser.steps() - 1), improved));
                if (improved) {
                    best = completed.size() - 1;
                    bestParameters = copies(model);
                }
                onEpochEnd.accept(completed.getLast());
            }
        } finally {
            restore(model, bestParameters);
        }
        return new History(completed, completed.get(best), completed.getLast().number < epochs - 1);
    }

    private <B> double trainEpoch(int epoch, Tape tape, Optimiser optimiser, TrainingTask<B> trainingTask, Rng rng) {
        double sum = 0;
        long examples = 0;
        for (B batch : trainingTask.batches(rng)) {
            tape.reset();
            Variable loss = trainingTask.loss(tape, batch);
            float value = loss.value().item();
            if (!Float.isFinite(value)) {
                throw diverged("the training loss in epoch " + epoch, value);
            }
            int size = trainingTask.batchSize(batch);
            Require.atLeast("batchSize of a batch", size, 1);
            sum += (double) value * size;
            examples += size;
            tape.backward(loss);
            optimiser.step(schedule.learningRate(optimiser.steps()));
        }
        if (examples == 0) {
            throw new IllegalArgumentException("each epoch needs at least 1 example, epoch " + epoch + " had none");
        }
        return sum / examples;
    }

    private static IllegalStateException diverged(String what, double value) {
        return new IllegalStateException(what + " became " + value + "; lower the learning rate or clip the gradients");
    }

    private static Map<String, Tensor> copies(Module model) {
        var copies = new LinkedHashMap<String, Tensor>();
        model.parameters()
                .forEach((name, parameter) -> copies.put(name, parameter.value().copy()));
        return copies;
    }

    private static void restore(Module model, Map<String, Tensor> saved) {
        model.parameters().forEach((name, parameter) -> TensorOps.copy(saved.get(name), parameter.value(), false));
    }
}
