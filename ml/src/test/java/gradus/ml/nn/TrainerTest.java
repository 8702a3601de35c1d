package gradus.ml.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.nn.Trainer.Epoch;
import gradus.ml.nn.Trainer.History;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    /// A task with one weight, whose batches are numbers: with learning rate 1, a step adds the batch to the
    /// weight. The validation losses are given.
    private static final class Script implements TrainingTask<Float>, Module {

        final Variable weight = Variable.parameter(Tensor.zeros(1));
        final List<Float> batches;
        final double[] validations;
        int epoch;

        Script(List<Float> batches, double... validations) {
            this.batches = batches;
            this.validations = validations;
        }

        @Override
        public SequencedMap<String, Variable> parameters() {
            var own = new LinkedHashMap<String, Variable>();
            own.put("weight", weight);
            return own;
        }

        @Override
        public Iterable<Float> batches(Rng rng) {
            return batches;
        }

        @Override
        public int batchSize(Float batch) {
            return Math.max(1, (int) Math.abs(batch));
        }

        @Override
        public Variable loss(Tape tape, Float batch) {
            return weight.times(tape.constant(Tensor.full(-batch, 1))).sum();
        }

        @Override
        public double validationLoss(Tape tape) {
            assertThat(tape.isRecording()).isFalse();
            return validations[epoch++];
        }

        float weight() {
            return weight.value().item();
        }

        History fit(Trainer trainer) {
            return trainer.fit(this, Sgd.plain().optimiserFor(this), this, Rng.of(1), _ -> {});
        }
    }

    private static List<float[]> bits(Module model) {
        return model.parameters().values().stream()
                .map(parameter -> parameter.value().toArray())
                .toList();
    }

    private static void assertSameBits(List<float[]> some, List<float[]> others) {
        assertThat(some).hasSameSizeAs(others);
        for (int i = 0; i < some.size(); i++) {
            assertThat(some.get(i)).isEqualTo(others.get(i));
        }
    }

    @Test
    void aSmallNetworkClassifiesTwoMoons() {
        var task = new TwoMoons(TwoMoons.network(1, 0));
        Optimiser adam = Adam.defaults().optimiserFor(task.model);
        History history = Trainer.of(60, LearningRateSchedule.cosine(0.05, 0, 10, 240))
                .fit(task.model, adam, task, Rng.of(2), _ -> {});
        assertThat(history.epochs().getFirst().trainingLoss()).isGreaterThan(0.3);
        assertThat(history.best().validationLoss()).isLessThan(0.05);
        assertThat(task.accuracy()).isEqualTo(1);
        assertThat(adam.steps()).isEqualTo(240);
    }

    @Test
    void theCallbackReceivesEachEpochInOrder() {
        var task = new Script(List.of(1f), 3, 1, 2);
        var reported = new ArrayList<Epoch>();
        History history = Trainer.of(3, step -> 0.5 / (step + 1))
                .fit(task, Sgd.plain().optimiserFor(task), task, Rng.of(1), reported::add);
        assertThat(reported).isEqualTo(history.epochs());
        assertThat(reported).extracting(Epoch::number).containsExactly(0, 1, 2);
        assertThat(reported).extracting(Epoch::validationLoss).containsExactly(3.0, 1.0, 2.0);
        assertThat(reported).extracting(Epoch::improved).containsExactly(true, true, false);
        assertThat(reported).extracting(Epoch::learningRate).containsExactly(0.5, 0.25, 0.5 / 3);
    }

    @Test
    void earlyStoppingRestoresTheBestParameters() {
        var task = new Script(List.of(1f), 5, 4, 2, 3, 2, 1, 0);
        History history = task.fit(new Trainer(7, LearningRateSchedule.constant(1), 2, 0));
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(history.epochs()).hasSize(5);
        assertThat(history.best()).isEqualTo(history.epochs().get(2));
        assertThat(task.weight()).isEqualTo(3);
    }

    @Test
    void anImprovementBelowMinDeltaDoesNotCount() {
        var task = new Script(List.of(1f), 5, 4.9, 4.8, 4.7, 0);
        History history = task.fit(new Trainer(5, LearningRateSchedule.constant(1), 3, 0.5));
        assertThat(history.best().number()).isZero();
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(task.weight()).isEqualTo(1);
        // With the last epoch, patience is at its end, but so is training.
        var shorter = new Script(List.of(1f), 5, 4.9, 4.8, 4.7);
        assertThat(shorter.fit(new Trainer(4, LearningRateSchedule.constant(1), 3, 0.5))
                        .stoppedEarly())
                .isFalse();
    }

    @Test
    void withoutEarlyStoppingTheBestParametersAreRestoredToo() {
        var task = new Script(List.of(1f), 5, 1, 3);
        History history = task.fit(Trainer.of(3, LearningRateSchedule.constant(1)));
        assertThat(history.stoppedEarly()).isFalse();
        assertThat(history.epochs()).hasSize(3);
        assertThat(task.weight()).isEqualTo(2);
    }

    @Test
    void theTrainingLossIsTheMeanOverExamplesNotOverBatches() {
        // The weight is 0, then 1, when the batches 1 and 4 come: losses 0 and −4.
        var task = new Script(List.of(1f, 4f), 0);
        History history = task.fit(Trainer.of(1, LearningRateSchedule.constant(1)));
        assertThat(history.epochs().getFirst().trainingLoss()).isCloseTo((1 * 0 + 4 * -4) / 5.0, within(1e-12));
    }

    @Test
    void validationChangesNoParameterAndDropsNothing() {
        var task = new TwoMoons(TwoMoons.network(1, 0.5));
        List<float[]> before = bits(task.model);
        Tape inference = Tape.inference();
        double first = task.validationLoss(inference);
        inference.reset();
        assertThat(task.validationLoss(inference)).isEqualTo(first);
        assertSameBits(bits(task.model), before);
        assertThat(task.model.parameters().values()).noneMatch(Variable::hasGradient);
    }

    @Test
    void aNaNLossStopsTrainingAndRestoresTheBestParameters() {
        var task = new Script(new ArrayList<>(List.of(1f)), 5, 4, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(5, LearningRateSchedule.constant(1))
                        .fit(task, Sgd.plain().optimiserFor(task), task, Rng.of(1), epoch -> {
                            if (epoch.number() == 1) {
                                task.batches.addAll(List.of(1f, Float.NaN));
                            }
                        }))
                .withMessageContaining("the training loss in epoch 2 became NaN; lower the learning rate");
        assertThat(task.weight()).isEqualTo(2);
        assertThat(task.weight.hasGradient()).isFalse();
    }

    @Test
    void nanGradientsStopTrainingAndDoNotAffectTheNextOne() {
        var task = new Script(List.of(1f), 2, 1, 0, 0);
        setGradient(task.weight, Float.NaN);
        task.fit(Trainer.of(1, LearningRateSchedule.constant(1)));
        assertThat(task.weight()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(2, LearningRateSchedule.constant(1))
                        .fit(
                                task,
                                Sgd.plain().optimiserFor(task),
                                task,
                                Rng.of(1),
                                _ -> setGradient(task.weight, Float.NaN)))
                .withMessageContaining("the gradients are not finite");
        assertThat(task.weight()).isEqualTo(2);
    }

    private static void setGradient(Variable parameter, float gradient) {
        Tape tape = Tape.recording();
        tape.backward(parameter.times(tape.constant(Tensor.full(gradient, 1))).sum());
    }

    @Test
    void aValidationLossThatIsNotFiniteAndAnEpochWithoutExamplesThrow() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            var task = new Script(List.of(1f), 5, bad);
            assertThatIllegalStateException()
                    .isThrownBy(() -> task.fit(Trainer.of(5, LearningRateSchedule.constant(1))))
                    .withMessageContaining("the validation loss after epoch 1 became " + bad);
            assertThat(task.weight()).isEqualTo(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Script(List.of(), 1).fit(Trainer.of(5, LearningRateSchedule.constant(1))))
                .withMessageContaining("epoch 0 had none");
    }

    @Test
    void aFirstEpochBeyondTheLastIsRejected() {
        var task = new Script(List.of(1f), 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(3, LearningRateSchedule.constant(1))
                        .resume(3, task, Sgd.plain().optimiserFor(task), task, Rng.of(1), _ -> {}))
                .withMessageContaining("firstEpoch must be at least 0 and below epochs 3, got 3");
    }

    @Test
    void resumingFromACheckpointGivesTheSameBitsAsNeverStopping(@TempDir Path folder) {
        for (var optimiserFactory : List.<Function<Module, Optimiser>>of(
                Adam.forTransformers()::optimiserFor, Sgd.withMomentum()::optimiserFor)) {
            LearningRateSchedule schedule = LearningRateSchedule.cosine(0.02, 0, 3, 24);
            var whole = new TwoMoons(TwoMoons.network(1, 0.3));
            var weights = new ArrayList<List<float[]>>();
            History all = Trainer.of(6, schedule)
                    .fit(
                            whole.model,
                            optimiserFactory.apply(whole.model),
                            whole,
                            Rng.of(2),
                            _ -> weights.add(bits(whole.model)));

            Path file = folder.resolve("training");
            var first = new TwoMoons(TwoMoons.network(1, 0.3));
            Optimiser firstOptimiser = optimiserFactory.apply(first.model);
            Rng rng = Rng.of(2);
            Trainer.of(3, schedule)
                    .fit(
                            first.model,
                            firstOptimiser,
                            first,
                            rng,
                            epoch -> save(first.model, firstOptimiser, rng, epoch, file));

            var second = new TwoMoons(TwoMoons.network(77, 0.3));
            Optimiser secondOptimiser = optimiserFactory.apply(second.model);
            Checkpoint checkpoint = load(file);
            Rng restored = checkpoint.restore(second.model, secondOptimiser);
            var resumedWeights = new ArrayList<List<float[]>>();
            History rest = Trainer.of(6, schedule)
                    .resume(
                            checkpoint.completedEpochs(),
                            second.model,
                            secondOptimiser,
                            second,
                            restored,
                            _ -> resumedWeights.add(bits(second.model)));

            assertThat(rest.epochs().stream().map(TrainerTest::figures))
                    .isEqualTo(all.epochs().subList(3, 6).stream()
                            .map(TrainerTest::figures)
                            .toList());
            IntStream.range(0, 3).forEach(i -> assertSameBits(resumedWeights.get(i), weights.get(3 + i)));
        }
    }

    /// The figures of an epoch that do not depend on the best epoch before it.
    private static List<Number> figures(Epoch epoch) {
        return List.of(epoch.number(), epoch.trainingLoss(), epoch.validationLoss(), epoch.learningRate());
    }

    private static void save(Module model, Optimiser optimiser, Rng rng, Epoch epoch, Path file) {
        try {
            Checkpoint.of(model, optimiser, rng, epoch.number() + 1).save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checkpoint load(Path file) {
        try {
            return Checkpoint.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
