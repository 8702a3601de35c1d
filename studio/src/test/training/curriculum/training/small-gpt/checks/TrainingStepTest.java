package gradus.checks.small_gpt;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.small_gpt.TrainingStep;
import gradus.ml.autodiff.Tape;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.proctor.assertions.Clause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrainingStepTest {

    private final Gpt model = Gpt.of(new Gpt.Config(5, 4, 1, 1, 8, 0), Rng.of(1));
    private final Optimiser optimiser = Adam.defaults().optimiserFor(model);
    private final Corpus.Batch batch =
            Corpus.of(new int[] {0, 1, 2, 3, 4, 0, 1, 2, 3, 4}).batchAt(4, 0, 2);

    @Test
    @DisplayName("the loss of a model that knows nothing is about log 5")
    @Clause("loss")
    void firstLoss() {
        calling("TrainingStep.take(…)", () -> TrainingStep.take(model, batch, Tape.recording(), optimiser, 0.01))
                .satisfies(loss -> Math.abs(loss - Math.log(5)) < 0.3, "about 1.6", "it has to guess among 5 tokens");
    }

    @Test
    @DisplayName("30 steps on the same batch more than halve its loss")
    @Clause("moves")
    void learns() {
        Tape tape = Tape.recording();
        double before = TrainingStep.take(model, batch, tape, optimiser, 0.01);
        calling("the loss after 30 steps", () -> {
                    for (int i = 0; i < 29; i++) {
                        TrainingStep.take(model, batch, tape, optimiser, 0.01);
                    }
                    return TrainingStep.take(model, batch, tape, optimiser, 0.01);
                })
                .satisfies(loss -> loss < before / 2, "less than half of " + before, "a batch can be learnt by heart");
    }
}
