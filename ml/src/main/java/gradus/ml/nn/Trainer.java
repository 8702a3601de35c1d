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
/// @param leastGain by so much a validation must be less than the best to count as better
public record Trainer(int epochs, Schedule schedule, int patience, double leastGain) {

    public Trainer {
        if (epochs < 1 || patience < 1) {
            throw new IllegalArgumentException(
                    "a training has an epoch and a patience of 1 at least, got " + epochs + " and " + patience);
        }
    }

    /// All epochs, whatever the validations say.
    public static Trainer of(int epochs, Schedule schedule) {
        return new Trainer(epochs, schedule, Integer.MAX_VALUE, 0);
    }

    /// How an epoch went.
    ///
    /// @param number counted from 0
    /// @param loss the mean over its examples, as they were met
    /// @param validation the loss on examples that nothing is learned from, after it
    /// @param rate the learning rate of its last step
    /// @param best whether this validation counted as better than all before
    public record Epoch(int number, double loss, double validation, double rate, boolean best) {}

    /// How a training went.
    ///
    /// @param epochs each of them
    /// @param best the last that counted as better than all before, whose parameters the model has now
    /// @param stoppedEarly whether patience was lost
    public record History(List<Epoch> epochs, Epoch best, boolean stoppedEarly) {}

    /// Trains a model from the start.
    ///
    /// @param rng all chance of the training: what the task draws, and what layers such as dropout do
    /// @param progress is told of each epoch as it ends
    /// @throws IllegalStateException if the loss or its gradients are no longer finite numbers. Whatever is
    ///     thrown, the model is then as it was at its best.
    public <B> History fit(Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> progress) {
        return resume(0, model, optimiser, task, rng, progress);
    }

    /// Goes on with a training from epoch `first` on. With what [Checkpoint#restore] gives, its epochs are
    /// those of a training that never stopped; patience, and the search for the best, start anew.
    ///
    /// @throws IllegalArgumentException if no epoch is left
    public <B> History resume(
            int first, Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> progress) {
        if (first < 0 || first >= epochs) {
            throw new IllegalArgumentException(
                    "a training of " + epochs + " epochs has none to do from epoch " + first + " on");
        }
        Tape learning = Tape.recording(rng);
        Tape looking = Tape.silent();
        // What a training that failed may have left behind.
        model.parameters().values().forEach(Variable::clearGradient);
        var past = new ArrayList<Epoch>();
        Map<String, Tensor> kept = copies(model);
        int best = -1;
        try {
            for (int number = first; number < epochs && (best < 0 || past.size() - 1 - best < patience); number++) {
                double loss = learn(number, learning, optimiser, task, rng);
                looking.reset();
                double validation = task.validate(looking);
                if (Double.isNaN(validation)) {
                    throw diverged("the validation after epoch " + number, validation);
                }
                boolean better = best < 0 || validation < past.get(best).validation - leastGain;
                past.add(new Epoch(number, loss, validation, schedule.rate(optimiser.steps() - 1), better));
                if (better) {
                    best = past.size() - 1;
                    kept = copies(model);
                }
                progress.accept(past.getLast());
            }
        } finally {
            restore(model, kept);
        }
        return new History(List.copyOf(past), past.get(best), past.size() - 1 - best >= patience);
    }

    private <B> double learn(int epoch, Tape tape, Optimiser optimiser, Task<B> task, Rng rng) {
        double sum = 0;
        long examples = 0;
        for (B batch : task.epoch(rng)) {
            tape.reset();
            Variable loss = task.loss(tape, batch);
            float value = loss.value().item();
            if (!Float.isFinite(value)) {
                throw diverged("in epoch " + epoch + " the loss", value);
            }
            int size = task.size(batch);
            sum += (double) value * size;
            examples += size;
            tape.backward(loss);
            optimiser.step(schedule.rate(optimiser.steps()));
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

    private static void restore(Module model, Map<String, Tensor> kept) {
        model.parameters().forEach((name, parameter) -> {
            float[] values = kept.get(name).toArray();
            System.arraycopy(
                    values, 0, parameter.value().data(), parameter.value().offset(), values.length);
        });
    }
}
