package gradus.ml.nn;

import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// All that a training needs to go on another day exactly as if it had never stopped, or a model to be used
/// elsewhere: named tensors, and named whole numbers.
///
/// A checkpoint holds copies: what is trained on does not change it.
///
/// @param tensors the numbers of the model and of the optimiser's memory
/// @param counters steps, epochs, and where the generator stands
public record Checkpoint(SequencedMap<String, Tensor> tensors, SequencedMap<String, Long> counters) {

    private static final String MODEL = "model.";
    private static final String OPTIMISER = "optimiser.";

    /// What a model has learned.
    public static Checkpoint of(Module model) {
        var tensors = new LinkedHashMap<String, Tensor>();
        model.parameters()
                .forEach((name, parameter) ->
                        tensors.put(MODEL + name, parameter.value().copy()));
        return new Checkpoint(tensors, new LinkedHashMap<>());
    }

    /// What is needed to go on with a training.
    ///
    /// @param completedEpochs how many epochs are done
    public static Checkpoint of(Module model, Optimiser optimiser, Rng rng, int completedEpochs) {
        Checkpoint all = of(model);
        optimiser.state().forEach((name, tensor) -> all.tensors.put(OPTIMISER + name, tensor.copy()));
        Rng.State state = rng.state();
        all.counters.put("epoch", (long) completedEpochs);
        all.counters.put("steps", optimiser.steps());
        all.counters.put("rng.counter", state.counter());
        all.counters.put("rng.gamma", state.gamma());
        all.counters.put("rng.spare", Double.doubleToRawLongBits(state.spare()));
        return all;
    }

    /// Writes this to a file. Until the last byte is on the disk, a file that was there stays as it was.
    ///
    /// @throws IOException if it cannot be written
    public void save(Path file) throws IOException {
        CheckpointFile.write(this, file);
    }

    /// Reads a file.
    ///
    /// @throws IOException if it cannot be read, is none of ours, or was cut short or damaged, with the
    ///     file's name
    public static Checkpoint load(Path file) throws IOException {
        return CheckpointFile.read(file);
    }

    /// Gives a model what was learned.
    ///
    /// @throws IllegalArgumentException if a parameter is missing here, is not in the model, or has another
    ///     shape there; then the model is as it was
    public void restore(Module model) {
        var targets = new LinkedHashMap<String, Tensor>();
        model.parameters().forEach((name, parameter) -> targets.put(MODEL + name, parameter.value()));
        check(targets, MODEL);
        copyInto(targets);
    }

    /// Gives a model and an optimiser what was learned, and tells where the generator stood.
    ///
    /// @throws IllegalArgumentException if they are not those that were saved, or only a model was; then
    ///     both are as they were
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

    /// How many epochs were done.
    public int completedEpochs() {
        return (int) counter("epoch");
    }

    private long counter(String name) {
        Long counter = counters.get(name);
        if (counter == null) {
            throw new IllegalArgumentException("the checkpoint has no \"" + name
                    + "\": it holds a model only; save it with the optimiser to go on training");
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
                throw new IllegalArgumentException("the model has no \"" + name + "\", which the checkpoint has");
            }
        }
    }

    private void copyInto(Map<String, Tensor> targets) {
        targets.forEach((name, target) -> {
            float[] saved = tensors.get(name).toArray();
            System.arraycopy(saved, 0, target.data(), target.offset(), saved.length);
        });
    }
}
