package gradus.ml.firstweek;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.autodiff.Tape;
import gradus.ml.nn.Adam;
import gradus.ml.nn.LearningRateSchedule;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.Entropy;
import gradus.ml.transformer.CharacterTokeniser;
import gradus.ml.transformer.Corpus;
import gradus.ml.transformer.Gpt;
import gradus.ml.transformer.TokenSampler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// A small GPT that learns the characters of Jane Austen's novels.
class NovelGptTest {

    private static final int CONTEXT = 32;

    @Test
    void aSmallGptPredictsTheNextCharacterBetterThanItsFrequency() throws IOException {
        Path file = Path.of(System.getProperty("gradus.root"), "data/austen/novels.txt.gz");
        String text;
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        CharacterTokeniser tokeniser = CharacterTokeniser.of(text);
        int[] tokens = tokeniser.encode(text);
        int split = tokens.length * 9 / 10;
        Corpus training = Corpus.of(Arrays.copyOfRange(tokens, 0, split));
        Corpus validation = Corpus.of(Arrays.copyOfRange(tokens, split, tokens.length));

        Gpt model = Gpt.of(new Gpt.Config(tokeniser.vocabularySize(), CONTEXT, 2, 4, 48, 0), Rng.of(1));
        Optimiser optimiser = Adam.forTransformers().optimiserFor(model);
        LearningRateSchedule schedule = LearningRateSchedule.cosine(0.01, 0.001, 10, 120);
        Tape tape = Tape.recording();
        Rng rng = Rng.of(2);
        for (int step = 0; step < 120; step++) {
            Corpus.Batch batch = training.sampleBatch(16, CONTEXT, rng);
            tape.reset();
            tape.backward(model.loss(tape, batch.ids(), batch.targets(), batch.size()));
            optimiser.step(schedule.learningRate(step));
        }

        Corpus.Batch unseen = validation.sampleBatch(64, CONTEXT, rng);
        double loss = model.loss(Tape.inference(), unseen.ids(), unseen.targets(), unseen.size())
                .value()
                .item();
        double unigramLoss = Entropy.of(frequencies(unseen.targets(), tokeniser.vocabularySize()));
        int[] generated = model.generate(tokeniser.encode("Emma "), 60, new TokenSampler(0.8, 20), rng);
        String sample = tokeniser.decode(generated);

        assertThat(loss).isLessThan(unigramLoss - 0.4);
        assertThat(sample.split("\\s+")).hasSizeGreaterThan(5);
    }

    private static double[] frequencies(int[] tokens, int vocabularySize) {
        double[] frequencies = new double[vocabularySize];
        for (int token : tokens) {
            frequencies[token] += 1.0 / tokens.length;
        }
        return frequencies;
    }
}
