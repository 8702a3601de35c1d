package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.autodiff.Tape;
import gradus.ml.data.io.TextFile;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.Entropy;
import gradus.ml.transformer.CharacterTokeniser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A small GPT that learns the characters of Jane Austen's novels.
class NovelGptTest {

    private static final Path NOVELS = Path.of(System.getProperty("gradus.root"), "data/austen/novels.txt.gz");
    private static final int CONTEXT = 32;
    private static final int STEPS = 100;

    @Test
    void aSmallGptPredictsTheNextCharacterBetterThanItsFrequency() {
        String text = TextFile.read(NOVELS);
        CharacterTokeniser tokeniser = CharacterTokeniser.of(text);
        Corpus corpus = Corpus.of(tokeniser.encode(text));
        Corpus training = corpus.slice(0, corpus.size() / 10 * 9);
        Corpus validation = corpus.slice(training.size(), corpus.size());

        Gpt model = Gpt.of(new Gpt.Config(tokeniser.vocabularySize(), CONTEXT, 1, 4, 16, 0), Rng.of(1));
        Optimiser optimiser = Adam.forTransformers().optimiserFor(model);
        LearningRateSchedule schedule = LearningRateSchedule.cosine(0.02, 0.001, 10, STEPS);
        Tape tape = Tape.recording();
        Rng rng = Rng.of(2);
        for (int step = 0; step < STEPS; step++) {
            tape.reset();
            tape.backward(model.loss(tape, training.sampleBatch(8, CONTEXT, rng)));
            optimiser.step(schedule.learningRate(step));
        }

        Corpus.Batch unseen = validation.sampleBatch(64, CONTEXT, rng);
        double loss = model.loss(Tape.inference(), unseen).value().item();
        double unigramLoss = Entropy.of(validation.frequencies(tokeniser.vocabularySize()));
        int[] generated = model.generate(tokeniser.encode("Emma "), 60, new TokenSampler(0.8, 20), rng);

        assertThat(loss).isLessThan(unigramLoss - 0.3);
        assertThat(tokeniser.decode(generated).split("\\s+")).hasSizeGreaterThan(5);
    }
}
