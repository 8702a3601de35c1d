package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.ml.autodiff.Tape;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    private Path folder;

    private Path file;
    private final Sequential model = Sequential.mlp(Rng.of(1), UnaryFunction.RELU, 3, 4, 2);
    private final Optimiser optimiser = Adam.defaults().optimiserFor(model);
    private final Rng rng = Rng.of(7);

    @BeforeEach
    void trainABit() {
        file = folder.resolve("model.gradus");
        for (int step = 0; step < 3; step++) {
            Tape tape = Tape.recording();
            tape.backward(
                    model.forward(tape.constant(Tensor.normal(rng, 1, 5, 3))).sum());
            optimiser.step(0.1);
        }
    }

    private Checkpoint checkpoint() {
        return Checkpoint.of(model, optimiser, rng, 12);
    }

    private static float[] weights(Module model) {
        float[] all = new float[(int) model.parameterCount()];
        int at = 0;
        for (var parameter : model.parameters().values()) {
            float[] own = parameter.value().toArray();
            System.arraycopy(own, 0, all, at, own.length);
            at += own.length;
        }
        return all;
    }

    private void assertRejected(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.load(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " ")
                .hasMessageMatching("(?s).*(is truncated or corrupt, so nothing was loaded; use an older checkpoint"
                        + "|is not a checkpoint; use a file written by Checkpoint.save"
                        + "|is a checkpoint of version -?\\d+, but this library reads version 1)");
    }

    @Test
    void aLoadedCheckpointEqualsTheSavedOne() throws IOException {
        Checkpoint written = checkpoint();
        written.save(file);
        Checkpoint read = Checkpoint.load(file);
        assertThat(read.counters()).isEqualTo(written.counters());
        assertThat(read.tensors().keySet())
                .containsExactlyElementsOf(written.tensors().keySet());
        written.tensors().forEach((name, tensor) -> {
            assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.tensors().get(name).toArray()).isEqualTo(tensor.toArray());
        });
        assertThat(read.completedEpochs()).isEqualTo(12);
    }

    @Test
    void specialValuesAndAllSizesSurvive() throws IOException {
        var tensors = new LinkedHashMap<String, Tensor>();
        tensors.put("odd", Tensor.of(new float[] {Float.NaN, -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY}, 2, 2));
        tensors.put("one", Tensor.scalar(3));
        tensors.put("none", Tensor.zeros(0, 4));
        tensors.put("größer als ein Puffer", Tensor.normal(Rng.of(1), 1, 7, 5000));
        var counters = new LinkedHashMap<String, Long>();
        counters.put("minimum", Long.MIN_VALUE);
        new Checkpoint(tensors, counters).save(file);
        Checkpoint read = Checkpoint.load(file);
        tensors.forEach((name, tensor) -> {
            assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
            assertThat(read.tensors().get(name).toArray()).isEqualTo(tensor.toArray());
        });
        assertThat(read.counters()).isEqualTo(counters);
    }

    @Test
    void restoreBringsBackModelOptimiserAndGenerator() throws IOException {
        checkpoint().save(file);
        Sequential other = Sequential.mlp(Rng.of(99), UnaryFunction.RELU, 3, 4, 2);
        Optimiser another = Adam.defaults().optimiserFor(other);
        Rng restored = Checkpoint.load(file).restore(other, another);
        assertThat(weights(other)).isEqualTo(weights(model));
        assertThat(another.steps()).isEqualTo(3);
        optimiser
                .state()
                .forEach((name, tensor) ->
                        assertThat(another.state().get(name).toArray()).isEqualTo(tensor.toArray()));
        assertThat(rng.state().spare()).isNotNaN();
        assertThat(restored.state()).isEqualTo(rng.state());
        Sequential third = Sequential.mlp(Rng.of(98), UnaryFunction.RELU, 3, 4, 2);
        Checkpoint.load(file).restore(third);
        assertThat(weights(third)).isEqualTo(weights(model));
    }

    @Test
    void furtherTrainingDoesNotChangeACheckpoint() {
        float[] before = weights(model);
        Checkpoint saved = checkpoint();
        model.parameters()
                .values()
                .forEach(parameter -> Arrays.fill(parameter.value().data(), 5f));
        saved.restore(model);
        assertThat(weights(model)).isEqualTo(before);
    }

    @Test
    void aFileTruncatedAnywhereIsRejected() throws IOException {
        checkpoint().save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int n = 0; n < whole.length; n++) {
            assertRejected(Arrays.copyOf(whole, n));
        }
        assertRejected(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void aFileWithAnyBitFlippedIsRejected() throws IOException {
        checkpoint().save(file);
        byte[] whole = Files.readAllBytes(file);
        for (int bit : Rng.of(3).sample(8 * whole.length, 2000)) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRejected(flipped);
        }
    }

    @Test
    void aFileThatClaimsToBeHugeIsRejectedBeforeMemoryIsAllocated() throws IOException {
        Checkpoint.of(model).save(file);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int sizes = text.indexOf("0.weight") + "0.weight".length() + 4;
        // Eight gigabytes, more than the heap of a test.
        ByteBuffer.wrap(bytes).putInt(sizes, 3).putInt(sizes + 4, (Integer.MAX_VALUE - 8) / 3);
        assertRejected(bytes);
    }

    @Test
    void otherFilesAndOtherVersionsAreReported() throws IOException {
        Files.writeString(file, "a text that is no checkpoint");
        assertThatThrownBy(() -> Checkpoint.load(file))
                .hasMessage(file + " is not a checkpoint; use a file written by Checkpoint.save");
        checkpoint().save(file);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(4, 2);
        Files.write(file, bytes);
        assertThatThrownBy(() -> Checkpoint.load(file))
                .hasMessage(file + " is a checkpoint of version 2, but this library reads version 1");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Checkpoint.load(folder.resolve("missing")))
                .withMessageContaining("missing");
    }

    @Test
    void aModelOfAnotherArchitectureIsRejectedWithTheParameterAndUnchanged() {
        Checkpoint saved = checkpoint();
        Sequential wider = Sequential.mlp(Rng.of(5), UnaryFunction.RELU, 3, 4, 3);
        Sequential deeper = Sequential.mlp(Rng.of(5), UnaryFunction.RELU, 3, 4, 2, 2);
        Sequential flatter = Sequential.of(Linear.of(3, 4, Rng.of(5)));
        assertRestoreFails(
                saved, wider, "\"model.2.weight\" has shape (4, 2) in the checkpoint and (4, 3) in the model");
        assertRestoreFails(saved, deeper, "the checkpoint has no \"model.4.weight\"; it has [model.0.weight, ");
        assertRestoreFails(saved, flatter, "the checkpoint has \"model.2.weight\", but the model does not");
    }

    private static void assertRestoreFails(Checkpoint checkpoint, Sequential other, String message) {
        float[] before = weights(other);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkpoint.restore(other))
                .withMessageContaining(message);
        assertThat(weights(other)).isEqualTo(before);
    }

    @Test
    void anotherOptimiserOrNoneIsRejectedAndNothingChanges() {
        float[] before = weights(model);
        Checkpoint full = checkpoint();
        Checkpoint modelOnly = Checkpoint.of(model);
        model.parameters()
                .values()
                .forEach(parameter -> Arrays.fill(parameter.value().data(), 5f));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full.restore(model, Sgd.plain().optimiserFor(model)))
                .withMessageContaining("the checkpoint has no \"optimiser.0.weight\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> modelOnly.restore(model, optimiser))
                .withMessageContaining("it contains only a model");
        assertThatIllegalArgumentException()
                .isThrownBy(modelOnly::completedEpochs)
                .withMessageContaining("no \"epoch\"");
        var counters = new LinkedHashMap<>(full.counters());
        counters.remove("steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Checkpoint(full.tensors(), counters).restore(model, optimiser))
                .withMessageContaining("no \"steps\"");
        assertThat(weights(model)).containsOnly(5f).hasSameSizeAs(before);
    }

    @Test
    void savingAgainReplacesTheFileAndLeavesNoTemporaryFile() throws IOException {
        Checkpoint.of(model).save(file);
        checkpoint().save(file);
        assertThat(Checkpoint.load(file).completedEpochs()).isEqualTo(12);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aSaveThatFailsHalfwayLeavesTheOldFileAndNoTemporaryFile() throws IOException {
        checkpoint().save(file);
        byte[] old = Files.readAllBytes(file);
        // A name too long for the format makes it fail after the counters are written, as on a full disk.
        var tensors = new LinkedHashMap<>(checkpoint().tensors());
        tensors.put("x".repeat(70_000), Tensor.zeros(1));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Checkpoint(tensors, new LinkedHashMap<>()).save(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(old);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aSaveThatCannotReplaceTheTargetLeavesNoTemporaryFile() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside")).getParent();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> checkpoint().save(taken))
                .withMessageContaining("taken");
        assertThat(files()).containsExactly(taken);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> checkpoint().save(folder.resolve("no/such/folder")))
                .withMessageContaining("no/such");
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList().stream();
        }
    }
}
