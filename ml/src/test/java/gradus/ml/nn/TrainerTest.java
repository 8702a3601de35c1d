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

    /// A task whose batches are numbers: with rate 1, the model moves by as much as a batch says. What the
    /// validations give is written down beforehand.
    private static final class Script implements Task<Float>, Module {

        final Variable place = Variable.parameter(Tensor.zeros(1));
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
            own.put("place", place);
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
            return place.times(tape.constant(Tensor.full(-batch, 1))).sum();
        }

        @Override
        public double validationLoss(Tape tape) {
            assertThat(tape.isRecording()).isFalse();
            return validations[epoch++];
        }

        float place() {
            return place.value().item();
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
    void aSmallNetworkTellsTwoMoonsApart() {
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
    void progressIsToldOfEachEpochInOrder() {
        var task = new Script(List.of(1f), 3, 1, 2);
        var told = new ArrayList<Epoch>();
        History history = Trainer.of(3, step -> 0.5 / (step + 1))
                .fit(task, Sgd.plain().optimiserFor(task), task, Rng.of(1), told::add);
        assertThat(told).isEqualTo(history.epochs());
        assertThat(told).extracting(Epoch::number).containsExactly(0, 1, 2);
        assertThat(told).extracting(Epoch::validationLoss).containsExactly(3.0, 1.0, 2.0);
        assertThat(told).extracting(Epoch::improved).containsExactly(true, true, false);
        assertThat(told).extracting(Epoch::learningRate).containsExactly(0.5, 0.25, 0.5 / 3);
    }

    @Test
    void withoutPatienceItStopsAndTheModelIsWhatItWasAtItsBest() {
        var task = new Script(List.of(1f), 5, 4, 2, 3, 2, 1, 0);
        History history = task.fit(new Trainer(7, LearningRateSchedule.constant(1), 2, 0));
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(history.epochs()).hasSize(5);
        assertThat(history.best()).isEqualTo(history.epochs().get(2));
        assertThat(task.place()).isEqualTo(3);
    }

    @Test
    void aGainThatIsTooSmallDoesNotCount() {
        var task = new Script(List.of(1f), 5, 4.9, 4.8, 4.7);
        History history = task.fit(new Trainer(4, LearningRateSchedule.constant(1), 3, 0.5));
        assertThat(history.best().number()).isZero();
        assertThat(history.stoppedEarly()).isTrue();
        assertThat(task.place()).isEqualTo(1);
    }

    @Test
    void withPatienceForAllEpochsTheModelIsStillWhatItWasAtItsBest() {
        var task = new Script(List.of(1f), 5, 1, 3);
        History history = task.fit(Trainer.of(3, LearningRateSchedule.constant(1)));
        assertThat(history.stoppedEarly()).isFalse();
        assertThat(history.epochs()).hasSize(3);
        assertThat(task.place()).isEqualTo(2);
    }

    @Test
    void theLossOfAnEpochIsTheMeanOverExamplesAndNotOverBatches() {
        // The model is at 0, then at 1, when the batches of 1 and 4 come: losses 0 and −4.
        var task = new Script(List.of(1f, 4f), 0);
        History history = task.fit(Trainer.of(1, LearningRateSchedule.constant(1)));
        assertThat(history.epochs().getFirst().trainingLoss()).isCloseTo((1 * 0 + 4 * -4) / 5.0, within(1e-12));
    }

    @Test
    void lookingAtTheValidationChangesNoParameterAndDropsNothing() {
        var task = new TwoMoons(TwoMoons.network(1, 0.5));
        List<float[]> before = bits(task.model);
        Tape silent = Tape.inference();
        double first = task.validationLoss(silent);
        silent.reset();
        assertThat(task.validationLoss(silent)).isEqualTo(first);
        assertSameBits(bits(task.model), before);
        assertThat(task.model.parameters().values()).noneMatch(Variable::hasGradient);
    }

    @Test
    void aLossThatIsNoNumberStopsTheTrainingAndTheModelIsWhatItWasAtItsBest() {
        var task = new Script(new ArrayList<>(List.of(1f)), 5, 4, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(5, LearningRateSchedule.constant(1))
                        .fit(task, Sgd.plain().optimiserFor(task), task, Rng.of(1), epoch -> {
                            if (epoch.number() == 1) {
                                task.batches.addAll(List.of(1f, Float.NaN));
                            }
                        }))
                .withMessageContaining("in epoch 2 the loss became NaN; lower the learning rate");
        assertThat(task.place()).isEqualTo(2);
        assertThat(task.place.hasGradient()).isFalse();
    }

    @Test
    void gradientsThatAreNoNumbersStopItTooAndDoNotHarmTheNextTraining() {
        var task = new Script(List.of(1f), 2, 1, 0, 0);
        give(task.place, Float.NaN);
        task.fit(Trainer.of(1, LearningRateSchedule.constant(1)));
        assertThat(task.place()).isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(2, LearningRateSchedule.constant(1))
                        .fit(task, Sgd.plain().optimiserFor(task), task, Rng.of(1), _ -> give(task.place, Float.NaN)))
                .withMessageContaining("the gradients are not finite");
        assertThat(task.place()).isEqualTo(2);
    }

    private static void give(Variable parameter, float gradient) {
        Tape tape = Tape.recording();
        tape.backward(parameter.times(tape.constant(Tensor.full(gradient, 1))).sum());
    }

    @Test
    void aValidationThatIsNoNumberIsToldAndAnEpochWithoutExamplesIsRefused() {
        var task = new Script(List.of(1f), 5, Double.NaN);
        assertThatIllegalStateException()
                .isThrownBy(() -> task.fit(Trainer.of(5, LearningRateSchedule.constant(1))))
                .withMessageContaining("the validation after epoch 1 became NaN");
        assertThat(task.place()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Script(List.of(), 1).fit(Trainer.of(5, LearningRateSchedule.constant(1))))
                .withMessageContaining("epoch 0 had none");
    }

    @Test
    void aTrainingWithoutEpochsOrPatienceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(0, LearningRateSchedule.constant(1)))
                .withMessageContaining("got 0 and");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trainer(1, LearningRateSchedule.constant(1), 0, 0))
                .withMessageContaining("and 0");
        var task = new Script(List.of(1f), 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(3, LearningRateSchedule.constant(1))
                        .resume(3, task, Sgd.plain().optimiserFor(task), task, Rng.of(1), _ -> {}))
                .withMessageContaining("a training of 3 epochs has none to do from epoch 3 on");
    }

    @Test
    void aTrainingThatGoesOnFromACheckpointIsToTheBitTheOneThatNeverStopped(@TempDir Path folder) {
        for (var over : List.<Function<Module, Optimiser>>of(
                Adam.forTransformers()::optimiserFor, Sgd.withMomentum()::optimiserFor)) {
            LearningRateSchedule learningRateSchedule = LearningRateSchedule.cosine(0.02, 0, 3, 24);
            var whole = new TwoMoons(TwoMoons.network(1, 0.3));
            var weights = new ArrayList<List<float[]>>();
            History all = Trainer.of(6, learningRateSchedule)
                    .fit(whole.model, over.apply(whole.model), whole, Rng.of(2), _ -> weights.add(bits(whole.model)));

            Path file = folder.resolve("training");
            var first = new TwoMoons(TwoMoons.network(1, 0.3));
            Optimiser early = over.apply(first.model);
            Rng rng = Rng.of(2);
            Trainer.of(3, learningRateSchedule)
                    .fit(first.model, early, first, rng, epoch -> save(first.model, early, rng, epoch, file));

            var second = new TwoMoons(TwoMoons.network(77, 0.3));
            Optimiser late = over.apply(second.model);
            Checkpoint checkpoint = load(file);
            Rng restored = checkpoint.restore(second.model, late);
            var later = new ArrayList<List<float[]>>();
            History rest = Trainer.of(6, learningRateSchedule)
                    .resume(
                            checkpoint.completedEpochs(),
                            second.model,
                            late,
                            second,
                            restored,
                            _ -> later.add(bits(second.model)));

            assertThat(rest.epochs().stream().map(TrainerTest::figures))
                    .isEqualTo(all.epochs().subList(3, 6).stream()
                            .map(TrainerTest::figures)
                            .toList());
            IntStream.range(0, 3).forEach(i -> assertSameBits(later.get(i), weights.get(3 + i)));
        }
    }

    /// What two trainings have in common, whatever the best epoch before was.
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
