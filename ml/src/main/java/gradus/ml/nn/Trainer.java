package gradus.ml.nn;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The training loop: for each batch of each epoch the loss, its gradients and a step of the optimiser;
/// after each epoch a look at examples that nothing is learned from.
///
/// @param epochs how often all examples are seen at most
/// @param schedule the learning rate at each step
/// @param patience after so many epochs without a better validation it stops
/// @param minDelta by so much a validation must be less than the best to count as better
public record Trainer(int epochs, LearningRateSchedule schedule, int patience, double minDelta) {

    public Trainer {
        if (epochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "a training has an epoch and a patience of 1 at least, got " + epochs + " and " + patience);
        }
    }

    /// All epochs, whatever the validations say.
    public static Trainer of(int epochs, LearningRateSchedule learningRateSchedule) {
        return new Trainer(epochs, learningRateSchedule, Integer.MAX_VALUE, 0);
    }

    /// How an epoch went.
    ///
    /// @param number counted from 0
    /// @param trainingLoss the mean over its examples, as they were met
    /// @param validationLoss the loss on examples that nothing is learned from, after it
    /// @param learningRate the learning rate of its last step
    /// @param improved whether this validation counted as better than all before
    public record Epoch(
            int number, double trainingLoss, double validationLoss, double learningRate, boolean improved) {}

    /// How a training went.
    ///
    /// @param epochs each of them
    /// @param best the last that counted as better than all before, whose parameters the model has now
    /// @param stoppedEarly whether patience was lost
    public record History(List<Epoch> epochs, Epoch best, boolean stoppedEarly) {}

    /// Trains a model from the start.
    ///
    /// @param rng all chance of the training: what the task draws, and what layers such as dropout do
    /// @param onEpochEnd is told of each epoch as it ends
    /// @throws IllegalStateException if the loss or its gradients are no longer finite numbers. Whatever is
    ///     thrown, the model is then as it was at its best.
    public <B> History fit(Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> onEpochEnd) {
        return resume(0, model, optimiser, task, rng, onEpochEnd);
    }

    /// Goes on with a training from epoch `firstEpoch` on. With what [Checkpoint#restore] gives, its epochs
    /// are those of a training that never stopped; patience, and the search for the best, start anew.
    ///
    /// @throws IllegalArgumentException if no epoch is left
    public <B> History resume(
            int firstEpoch, Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> onEpochEnd) {
        if (firstEpoch < 0 || firstEpoch >= epochs) {
            throw new IllegalArgumentException(
                    "a training of " + epochs + " epochs has none to do from epoch " + firstEpoch + " on");
        }
        Tape trainingTape = Tape.recording(rng);
        Tape validationTape = Tape.inference();
        // What a training that failed may have left behind.
        model.parameters().values().forEach(Variable::clearGradient);
        var completed = new ArrayList<Epoch>();
        Map<String, Tensor> bestParameters = copies(model);
        int best = -1;
        try {
            for (int number = firstEpoch;
                    number < epochs && (best < 0 || completed.size() - 1 - best < patience);
                    number++) {
                double trainingLoss = trainEpoch(number, trainingTape, optimiser, task, rng);
                validationTape.reset();
                double validationLoss = task.validationLoss(validationTape);
                if (Double.isNaN(validationLoss)) {
                    throw diverged("the validation after epoch " + number, validationLoss);
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
        return new History(List.copyOf(completed), completed.get(best), completed.size() - 1 - best >= patience);
    }

    private <B> double trainEpoch(int epoch, Tape tape, Optimiser optimiser, Task<B> task, Rng rng) {
        double sum = 0;
        long examples = 0;
        for (B batch : task.batches(rng)) {
            tape.reset();
            Variable loss = task.loss(tape, batch);
            float value = loss.value().item();
            if (!Float.isFinite(value)) {
                throw diverged("in epoch " + epoch + " the loss", value);
            }
            int size = task.batchSize(batch);
            sum += (double) value * size;
            examples += size;
            tape.backward(loss);
            optimiser.step(schedule.learningRate(optimiser.steps()));
        }
        if (examples == 0) {
            throw new IllegalArgumentException("an epoch has an example at least, epoch " + epoch + " had none");
        }
        return sum / examples;
    }

    private static IllegalStateException diverged(String what, double value) {
        return new IllegalStateException(
                what + " became " + value + "; lower the learning rate, or clip the gradients");
    }

    private static Map<String, Tensor> copies(Module model) {
        var copies = new LinkedHashMap<String, Tensor>();
        model.parameters()
                .forEach((name, parameter) -> copies.put(name, parameter.value().copy()));
        return copies;
    }

    private static void restore(Module model, Map<String, Tensor> saved) {
        model.parameters().forEach((name, parameter) -> {
            float[] values = saved.get(name).toArray();
            System.arraycopy(
                    values, 0, parameter.value().data(), parameter.value().offset(), values.length);
        });
    }
}
