package gradus.ml.nn;

import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.tensor.TensorOps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Checkpoint: a saved model, or the whole state of a training run, from which it can be resumed exactly as
/// if it had never stopped. It consists of named tensors and named integers (`state_dict` and `torch.save` in
/// PyTorch).
///
/// A checkpoint of a model holds copies: further training does not change it.
///
/// @param tensors parameters of the model and, to resume training, the state of the optimiser; unmodifiable
/// @param counters to resume training: number of steps and epochs, and the state of the random generator;
///     unmodifiable
public record Checkpoint(SequencedMap<String, Tensor> tensors, SequencedMap<String, Long> counters) {

    private static final String MODEL = "model.";
    private static final String OPTIMISER = "optimiser.";

    /// Copies the maps, but not the tensors.
    public Checkpoint {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        counters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counters));
    }

    /// A checkpoint of a model only: its parameters.
    public static Checkpoint of(Module model) {
        return new Checkpoint(copies(model), new LinkedHashMap<>());
    }

    /// A checkpoint of a training run, to be resumed with [#restore(Module, Optimiser)] and [Trainer#resume].
    ///
    /// @param completedEpochs number of completed epochs
    /// @throws IllegalArgumentException if it is negative
    public static Checkpoint of(Module model, Optimiser optimiser, Rng rng, int completedEpochs) {
        Require.atLeast("completedEpochs", completedEpochs, 0);
        var tensors = copies(model);
        optimiser.state().forEach((name, tensor) -> tensors.put(OPTIMISER + name, tensor.copy()));
        Rng.State state = rng.state();
        var counters = new LinkedHashMap<String, Long>();
        counters.put("epoch", (long) completedEpochs);
        counters.put("steps", optimiser.steps());
        counters.put("rng.counter", state.counter());
        counters.put("rng.gamma", state.gamma());
        counters.put("rng.spare", Double.doubleToRawLongBits(state.spare()));
        return new Checkpoint(tensors, counters);
    }

    private static SequencedMap<String, Tensor> copies(Module model) {
        var copies = new LinkedHashMap<String, Tensor>();
        model.parameters()
                .forEach((name, parameter) ->
                        copies.put(MODEL + name, parameter.value().copy()));
        return copies;
    }

    /// Saves this to a file. An existing file is replaced only after all bytes have been written to disk, so
    /// a crash leaves it intact (where the file system can rename files atomically).
    ///
    /// @throws IOException if the file cannot be written
    public void save(Path file) throws IOException {
        CheckpointFile.write(this, file);
    }

    /// Loads a file.
    ///
    /// @throws IOException if the file cannot be read, is not a checkpoint, has another version, or is
    ///     truncated or corrupt; the message names the file
    public static Checkpoint load(Path file) throws IOException {
        return CheckpointFile.read(file);
    }

    /// Copies the saved parameters into a model (`load_state_dict` in PyTorch).
    ///
    /// @throws IllegalArgumentException if the names or shapes of the parameters differ; the model is
    ///     unchanged then
    public void restore(Module model) {
        var targets = new LinkedHashMap<String, Tensor>();
        model.parameters().forEach((name, parameter) -> targets.put(MODEL + name, parameter.value()));
        check(targets, MODEL);
        copyInto(targets);
    }

    /// Copies the saved parameters into a model and the saved state into an optimiser. Returns a random
    /// generator in the state that was saved.
    ///
    /// @throws IllegalArgumentException if names or shapes differ, or the checkpoint is of a model only;
    ///     model and optimiser are unchanged then
    public Rng restore(Module model, Optimiser optimiser) {
        var targets = new LinkedHashMap<String, Tensor>();
        model.parameters().forEach((name, parameter) -> targets.put(MODEL + name, parameter.value()));
        optimiser.state().forEach((name, tensor) -> targets.put(OPTIMISER + name, tensor));
        double spare = Double.longBitsToDouble(counter("rng.spare"));
        Rng rng = Rng.from(new Rng.State(counter("rng.counter"), counter("rng.gamma"), spare));
        long steps = counter("steps");
        check(targets, "");
        copyInto(targets);
        optimiser.resumeAt(steps);
        return rng;
    }

    /// Number of completed epochs.
    ///
    /// @throws IllegalArgumentException if the checkpoint is of a model only
    public int completedEpochs() {
        return (int) counter("epoch");
    }

    private long counter(String name) {
        Long counter = counters.get(name);
        if (counter == null) {
            throw new IllegalArgumentException("the checkpoint has no \"" + name
                    + "\": it contains only a model; save it with the optimiser to resume training");
        }
        return counter;
    }

    private void check(Map<String, Tensor> targets, String prefix) {
        targets.forEach((name, target) -> {
            Tensor saved = tensors.get(name);
            if (saved == null) {
                throw new IllegalArgumentException(
                        "the checkpoint has no \"" + name + "\"; it has " + tensors.keySet());
            }
            if (!saved.shape().equals(target.shape())) {
                throw new IllegalArgumentException("\"" + name + "\" has shape " + saved.shape()
                        + " in the checkpoint and " + target.shape() + " in the model");
            }
        });
        for (String name : tensors.keySet()) {
            if (name.startsWith(prefix) && !targets.containsKey(name)) {
                throw new IllegalArgumentException("the checkpoint has \"" + name + "\", but the model does not");
            }
        }
    }

    private void copyInto(Map<String, Tensor> targets) {
        targets.forEach((name, target) -> TensorOps.copy(tensors.get(name), target, false));
    }
}
