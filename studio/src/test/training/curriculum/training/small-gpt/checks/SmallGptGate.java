package gradus.checks.small_gpt;

import gradus.lab.small_gpt.TrainingStep;
import gradus.ml.autodiff.Tape;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.transformer.CharacterTokeniser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.DataFiles;
import gradus.proctor.report.Report;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SmallGptGate {

    private static final int STEPS = 800;
    private static final int CONTEXT = 64;
    private static final int BATCH = 16;
    private static final String OPENING = "It is a truth universally acknowledged";

    @Test
    @DisplayName("after 800 steps on Jane Austen's novels, a letter costs it 2 nats at most")
    void writesLikeAusten() {
        String novels = DataFiles.text("austen", "novels.txt.gz");
        CharacterTokeniser tokeniser = CharacterTokeniser.of(novels);
        int cut = novels.length() / 10 * 9;
        Corpus learned = Corpus.of(tokeniser.encode(novels.substring(0, cut)));
        Corpus tested = Corpus.of(tokeniser.encode(novels.substring(cut)));
        Rng rng = Rng.of(Metric.seed(1));
        Gpt model = Gpt.of(new Gpt.Config(tokeniser.vocabularySize(), CONTEXT, 3, 4, 96, 0), rng);
        Optimiser optimiser = new Adam(0.9, 0.99, 1e-8, 0.1, 1).optimiserFor(model);
        LearningRateSchedule schedule = LearningRateSchedule.cosine(3e-3, 1e-4, STEPS / 20, STEPS);
        Tape tape = Tape.recording();
        double sum = 0;
        for (int step = 1; step <= STEPS; step++) {
            Corpus.Batch batch = learned.sampleBatch(BATCH, CONTEXT, rng);
            sum += TrainingStep.take(model, batch, tape, optimiser, schedule.learningRate(optimiser.steps()));
            if (step % 20 == 0) {
                Report.progress(step, STEPS);
                Report.point("training loss", step, sum / 20);
                sum = 0;
            }
            if (step % 100 == 0) {
                Report.point("test loss", step, nats(model, tested));
                Report.text("After " + step + " steps", OPENING + written(model, tokeniser));
            }
        }
        Metric.of("nats a letter on the last tenth of the novels", () -> nats(model, tested))
                .atMost(2.0, "the reference needs 1.90");
    }

    private static String written(Gpt model, CharacterTokeniser tokeniser) {
        return tokeniser.decode(
                model.generate(tokeniser.encode(OPENING), 240, new TokenSampler(0.8, 40), Rng.of(3)));
    }

    private static double nats(Gpt model, Corpus tested) {
        Tape tape = Tape.inference();
        Rng rng = Rng.of(7);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            tape.reset();
            sum += model.loss(tape, tested.sampleBatch(32, CONTEXT, rng)).value().item();
        }
        return sum / 4;
    }
}
