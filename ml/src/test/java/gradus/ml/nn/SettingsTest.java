package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.autodiff.VariableOps;
import gradus.ml.kernel.UnaryFunction;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of optimisers, schedules, layers, losses, trainers and samplers is checked when it is made.
class SettingsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;
    private static final double ALMOST_ONE = 1 - 1e-12;

    /// What a setting may be.
    private enum Range {
        /// At least 0 and below 1, also as a `float`.
        FRACTION(new double[] {0, -0.0, 0.5, 0.999}, new double[] {-1e-300, -1, 1, 1.5, ALMOST_ONE, INFINITY, NAN}),
        /// At least 0, and finite as a `float`.
        NON_NEGATIVE(new double[] {0, 1e-300, 1, 3e38}, new double[] {-1e-300, -1, 1e39, INFINITY, -INFINITY, NAN}),
        /// Greater than 0, and finite as a `float`.
        POSITIVE(new double[] {1e-40, 1, 3e38}, new double[] {0, -0.0, -1, 1e-300, 1e39, INFINITY, NAN}),
        /// Greater than 0, or infinity.
        LIMIT(new double[] {1e-300, 1, INFINITY}, new double[] {0, -1, -INFINITY, NAN}),
        AT_LEAST_EPSILON(new double[] {1e-20, 1e-8, 1}, new double[] {0, 1e-21, -1e-8, 1e39, INFINITY, NAN}),
        UP_TO_ONE(new double[] {1e-300, 0.5, 1}, new double[] {0, -0.5, 1.5, INFINITY, NAN}),
        UP_TO_LEARNING_RATE(new double[] {0, 0.05, 0.1}, new double[] {-1e-300, 0.2, INFINITY, NAN}),
        TEMPERATURE(new double[] {0, 1e-300, 1, INFINITY}, new double[] {-1e-300, -INFINITY, NAN}),
        SIZE(new double[] {1, 4}, new double[] {0, -1, Integer.MIN_VALUE}),
        COUNT(new double[] {0, 4}, new double[] {-1, Integer.MIN_VALUE}),
        DIVISOR_OF_EIGHT(new double[] {1, 2, 8}, new double[] {0, -1, 3, 16});

        private final double[] good;
        private final double[] bad;

        Range(double[] good, double[] bad) {
            this.good = good;
            this.bad = bad;
        }
    }

    /// @param name component of a record or parameter of a method, which the message names
    /// @param use makes something with this setting
    record Setting(String owner, String name, Range range, DoubleConsumer use) {

        @Override
        public String toString() {
            return owner + " " + name;
        }
    }

    static List<Setting> settings() {
        Variable x = Variable.parameter(Tensor.full(1, 2, 4));
        Variable row = Variable.parameter(Tensor.full(1, 4));
        Linear line = Linear.of(2, 2, Rng.of(1));
        TensorDataset examples = TensorDataset.of(Tensor.zeros(3, 2), new int[3]);
        Optimiser optimiser = Sgd.plain().optimiserFor(line);
        Corpus corpus = Corpus.of(new int[9]);
        return List.of(
                new Setting("Sgd", "momentum", Range.FRACTION, v -> new Sgd(v, 0, 1)),
                new Setting("Sgd", "weightDecay", Range.NON_NEGATIVE, v -> new Sgd(0, v, 1)),
                new Setting("Sgd", "maxGradientNorm", Range.LIMIT, v -> new Sgd(0, 0, v)),
                new Setting("Adam", "beta1", Range.FRACTION, v -> new Adam(v, 0, 1, 0, 1)),
                new Setting("Adam", "beta2", Range.FRACTION, v -> new Adam(0, v, 1, 0, 1)),
                new Setting("Adam", "epsilon", Range.AT_LEAST_EPSILON, v -> new Adam(0, 0, v, 0, 1)),
                new Setting("Adam", "weightDecay", Range.NON_NEGATIVE, v -> new Adam(0, 0, 1, v, 1)),
                new Setting("Adam", "maxGradientNorm", Range.LIMIT, v -> new Adam(0, 0, 1, 0, v)),
                new Setting("Optimiser.step", "learningRate", Range.NON_NEGATIVE, optimiser::step),
                new Setting("Optimiser.resumeAt", "steps", Range.COUNT, v -> optimiser.resumeAt((long) v)),
                new Setting("Optimiser.clipFactor", "maxGradientNorm", Range.LIMIT, v -> Optimiser.clipFactor(1, v)),
                new Setting("constant", "learningRate", Range.NON_NEGATIVE, LearningRateSchedule::constant),
                new Setting("cosine", "learningRate", Range.NON_NEGATIVE, v -> LearningRateSchedule.cosine(v, 0, 0, 9)),
                new Setting(
                        "cosine",
                        "minLearningRate",
                        Range.UP_TO_LEARNING_RATE,
                        v -> LearningRateSchedule.cosine(0.1, v, 0, 9)),
                new Setting("cosine", "warmUpSteps", Range.COUNT, v -> LearningRateSchedule.cosine(1, 0, (int) v, 9)),
                new Setting(
                        "stepDecay", "learningRate", Range.NON_NEGATIVE, v -> LearningRateSchedule.stepDecay(v, 1, 1)),
                new Setting("stepDecay", "factor", Range.UP_TO_ONE, v -> LearningRateSchedule.stepDecay(1, v, 1)),
                new Setting("stepDecay", "interval", Range.SIZE, v -> LearningRateSchedule.stepDecay(1, 1, (int) v)),
                new Setting("Trainer", "epochs", Range.SIZE, v -> new Trainer((int) v, _ -> 1, 1, 0)),
                new Setting("Trainer", "patience", Range.SIZE, v -> new Trainer(1, _ -> 1, (int) v, 0)),
                new Setting("Trainer", "minDelta", Range.NON_NEGATIVE, v -> new Trainer(1, _ -> 1, 1, v)),
                new Setting(
                        "SupervisedTask",
                        "batchSize",
                        Range.SIZE,
                        v -> TrainingTask.supervised(line, examples, examples, (int) v)),
                new Setting(
                        "Checkpoint.of",
                        "completedEpochs",
                        Range.COUNT,
                        v -> Checkpoint.of(new Dropout(0), optimiser, Rng.of(1), (int) v)),
                new Setting("Dropout", "rate", Range.FRACTION, Dropout::new),
                new Setting("dropout", "rate", Range.FRACTION, v -> VariableOps.dropout(onTape(), v)),
                new Setting("layerNorm", "epsilon", Range.POSITIVE, v -> VariableOps.layerNorm(x, row, row, (float) v)),
                new Setting("LayerNorm.of", "features", Range.SIZE, v -> LayerNorm.of((int) v)),
                new Setting("Linear.of", "inputs", Range.SIZE, v -> Linear.of((int) v, 2, Rng.of(1))),
                new Setting("Linear.of", "outputs", Range.SIZE, v -> Linear.of(2, (int) v, Rng.of(1))),
                new Setting("mlp", "outputs", Range.SIZE, v -> mlp((int) v)),
                new Setting("Embedding.of", "count", Range.SIZE, v -> Embedding.of((int) v, 2, 1, Rng.of(1))),
                new Setting(
                        "Embedding.of", "embeddingDimension", Range.SIZE, v -> Embedding.of(2, (int) v, 1, Rng.of(1))),
                new Setting(
                        "Embedding.of", "standardDeviation", Range.NON_NEGATIVE, v -> Embedding.of(2, 2, v, Rng.of(1))),
                new Setting("xavier", "inputs", Range.SIZE, v -> Initialisation.xavierUniform(Rng.of(1), (int) v, 2)),
                new Setting("he", "outputs", Range.SIZE, v -> Initialisation.heNormal(Rng.of(1), 2, (int) v)),
                new Setting("orthogonal", "gain", Range.NON_NEGATIVE, v -> orthogonal(v, 2)),
                new Setting("orthogonal", "inputs", Range.SIZE, v -> orthogonal(1, (int) v)),
                new Setting("uniform", "limit", Range.NON_NEGATIVE, v -> Initialisation.uniform(Rng.of(1), v, 2)),
                new Setting("huber", "delta", Range.POSITIVE, v -> Losses.huber(row, Tensor.zeros(4), (float) v)),
                new Setting("causalSelfAttention", "heads", Range.DIVISOR_OF_EIGHT, SettingsTest::attention),
                new Setting("TokenSampler", "temperature", Range.TEMPERATURE, v -> new TokenSampler(v, 1)),
                new Setting("TokenSampler", "topK", Range.SIZE, v -> new TokenSampler(1, (int) v)),
                new Setting("Config", "vocabularySize", Range.SIZE, v -> new Gpt.Config((int) v, 2, 1, 1, 8, 0)),
                new Setting("Config", "contextLength", Range.SIZE, v -> new Gpt.Config(2, (int) v, 1, 1, 8, 0)),
                new Setting("Config", "layers", Range.COUNT, v -> new Gpt.Config(2, 2, (int) v, 1, 8, 0)),
                new Setting("Config", "heads", Range.DIVISOR_OF_EIGHT, v -> new Gpt.Config(2, 2, 1, (int) v, 8, 0)),
                new Setting("Config", "embeddingDimension", Range.SIZE, v -> new Gpt.Config(2, 2, 1, 1, (int) v, 0)),
                new Setting("Config", "dropout", Range.FRACTION, v -> new Gpt.Config(2, 2, 1, 1, 8, v)),
                new Setting("Gpt.generate", "newTokens", Range.COUNT, v -> generate((int) v)),
                new Setting("Corpus", "batchSize", Range.SIZE, v -> corpus.sampleBatch((int) v, 2, Rng.of(1))),
                new Setting("Corpus", "sequenceLength", Range.SIZE, v -> corpus.sampleBatch(2, (int) v, Rng.of(1))));
    }

    private static Variable onTape() {
        return Tape.recording(Rng.of(1)).constant(Tensor.full(1, 4));
    }

    private static void mlp(int outputs) {
        Sequential.mlp(Rng.of(1), UnaryFunction.TANH, 2, outputs);
    }

    private static void orthogonal(double gain, int inputs) {
        Initialisation.orthogonal(Rng.of(1), gain, inputs, 2);
    }

    private static void generate(int newTokens) {
        Gpt gpt = Gpt.of(new Gpt.Config(2, 2, 0, 1, 1, 0), Rng.of(1));
        gpt.generate(new int[] {0}, newTokens, new TokenSampler(0, 1), Rng.of(1));
    }

    private static void attention(double heads) {
        VariableOps.causalSelfAttention(Variable.parameter(Tensor.zeros(1, 2, 24)), (int) heads);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aValueOutOfItsRangeIsRejectedWithTheNameAndTheValue(Setting setting) {
        for (double bad : setting.range.bad) {
            assertThatIllegalArgumentException()
                    .as("%s %s", setting, bad)
                    .isThrownBy(() -> setting.use.accept(bad))
                    .withMessageContaining(setting.name)
                    .satisfies(e -> assertThat(shown(bad)).anyMatch(e.getMessage()::contains));
        }
    }

    /// How a message can show a number, whatever its type.
    private static Stream<String> shown(double value) {
        return Stream.of("" + value, "" + (float) value, "" + (int) value);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aValueInItsRangeIsAccepted(Setting setting) {
        for (double good : setting.range.good) {
            assertThatCode(() -> setting.use.accept(good))
                    .as("%s %s", setting, good)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyNumberInARecordIsAmongTheSettings() throws IOException, URISyntaxException {
        List<String> results = List.of("Epoch", "History", "Batch", "Block");
        Path folder = Path.of(
                Sgd.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> listed = settings().stream().map(Setting::toString).toList();
        for (String packageName : List.of("nn", "transformer")) {
            try (Stream<Path> files = Files.list(folder.resolve("gradus/ml/" + packageName))) {
                List<String> numbers = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> load("gradus.ml." + packageName + "." + name.replace(".class", "")))
                        .filter(type -> type.isRecord() && !results.contains(type.getSimpleName()))
                        .flatMap(type -> Arrays.stream(type.getRecordComponents())
                                .filter(component -> component.getType().isPrimitive())
                                .map(component -> type.getSimpleName() + " " + component.getName()))
                        .toList();
                assertThat(listed).containsAll(numbers);
            }
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
