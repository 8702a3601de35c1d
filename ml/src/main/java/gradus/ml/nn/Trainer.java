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
    /// @param best whether no validation so far was less
    public record Epoch(int number, double loss, double validation, double rate, boolean best) {}

    /// How a training went.
    ///
    /// @param epochs each of them
    /// @param best the epoch with the least validation, whose parameters the model has now
    /// @param stoppedEarly whether patience was lost
    public record History(List<Epoch> epochs, Epoch best, boolean stoppedEarly) {}

    /// Trains a model from the start.
    ///
    /// @param progress is told of each epoch as it ends
    /// @throws IllegalStateException if the loss is no longer a finite number; the model is then as it was
    ///     at its best
    public <B> History fit(Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> progress) {
        return resume(0, model, optimiser, task, rng, progress);
    }

    /// Goes on with a training from epoch `first` on. With what [Checkpoint#restore] gives, it goes on as
    /// if it had never stopped; patience starts anew.
    public <B> History resume(
            int first, Module model, Optimiser optimiser, Task<B> task, Rng rng, Consumer<Epoch> progress) {
        Tape learning = Tape.recording();
        Tape looking = Tape.silent();
        var past = new ArrayList<Epoch>();
        Epoch best = null;
        Map<String, Tensor> kept = copies(model);
        boolean early = false;
        for (int number = first; number < epochs && !early; number++) {
            double loss = learn(learning, optimiser, task, rng);
            looking.reset();
            double validation = task.validate(looking);
            if (!Double.isFinite(loss) || Double.isNaN(validation)) {
                restore(model, kept);
                throw new IllegalStateException("in epoch " + number + " the loss became " + loss
                        + " and the validation " + validation + "; lower the learning rate, or clip the gradients");
            }
            boolean better = best == null || validation < best.validation - leastGain;
            var epoch = new Epoch(number, loss, validation, schedule.rate(optimiser.steps() - 1), better);
            past.add(epoch);
            if (better) {
                best = epoch;
                kept = copies(model);
            }
            progress.accept(epoch);
            early = number - best.number >= patience;
        }
        restore(model, kept);
        return new History(List.copyOf(past), best, early);
    }

    private <B> double learn(Tape tape, Optimiser optimiser, Task<B> task, Rng rng) {
        double sum = 0;
        long examples = 0;
        for (B batch : task.epoch(rng)) {
            tape.reset();
            Variable loss = task.loss(tape, batch);
            int size = task.size(batch);
            sum += (double) loss.value().item() * size;
            examples += size;
            tape.backward(loss);
            optimiser.step(schedule.rate(optimiser.steps()));
        }
        return sum / Math.max(1, examples);
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
