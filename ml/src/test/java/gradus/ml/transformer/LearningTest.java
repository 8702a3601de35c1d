package gradus.ml.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.ml.autodiff.Tape;
import gradus.ml.kernel.Threads;
import gradus.ml.nn.Adam;
import gradus.ml.nn.Optimiser;
import gradus.ml.numbers.Rng;
import gradus.ml.transformer.Corpus.Batch;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Tasks that a small model learns in a second or two.
class LearningTest {

    private static final int LENGTH = 7;
    private static final int ROWS = 16;

    /// Trains a model on a batch from `batches` at each step. Returns the last loss.
    private static double train(Gpt model, int steps, double rate, Function<Rng, Batch> batches) {
        return Threads.singleThreaded(() -> {
            Optimiser adam = new Adam(0.9, 0.99, 1e-8, 0, 1).optimiserFor(model);
            Rng rng = Rng.of(2);
            Tape tape = Tape.recording(rng);
            double loss = Double.NaN;
            for (int step = 0; step < steps; step++) {
                tape.reset();
                Batch batch = batches.apply(rng);
                var lossVariable = model.loss(tape, batch);
                loss = lossVariable.value().item();
                tape.backward(lossVariable);
                adam.step(rate);
            }
            return loss;
        });
    }

    /// A batch of random sequences. `answer` gives the target at each position, −1 to ignore it.
    private static Batch rows(Rng rng, int vocabulary, Answer answer) {
        int[] ids = new int[ROWS * LENGTH];
        Arrays.setAll(ids, _ -> rng.nextInt(vocabulary));
        int[] targets = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            int start = i / LENGTH * LENGTH;
            targets[i] = answer.at(Arrays.copyOfRange(ids, start, start + LENGTH), i - start);
        }
        return new Batch(ids, targets, ROWS);
    }

    @FunctionalInterface
    private interface Answer {
        int at(int[] row, int position);
    }

    /// Accuracy on new sequences: the fraction of targets that are the model's most likely token.
    private static double accuracy(Gpt model, int vocabulary, Answer answer) {
        Batch batch = rows(Rng.of(99), vocabulary, answer);
        var logits = model.forward(Tape.inference(), batch.ids(), batch.size()).value();
        int total = 0;
        int correct = 0;
        for (int i = 0; i < batch.targets().length; i++) {
            if (batch.targets()[i] >= 0) {
                float[] here = logits.slice(0, i / LENGTH, i / LENGTH + 1)
                        .slice(1, i % LENGTH, i % LENGTH + 1)
                        .toArray();
                total++;
                correct += new TokenSampler(0, 1).sample(here, Rng.of(1)) == batch.targets()[i] ? 1 : 0;
            }
        }
        return correct / (double) total;
    }

    @Test
    void aModelOverfitsOneBatch() {
        Gpt model = Gpt.of(new Gpt.Config(11, 8, 1, 2, 32, 0), Rng.of(1));
        int[] tokens = new int[40];
        Rng rng = Rng.of(3);
        // Each sequence begins with a different token; otherwise the model couldn't tell them apart.
        Arrays.setAll(tokens, i -> i % 9 == 0 ? i / 9 : rng.nextInt(11));
        Batch batch = Corpus.of(tokens).batchAt(8, 0, 9, 18, 27);
        assertThat(train(model, 150, 0.01, _ -> batch)).isLessThan(0.1);
    }

    @Test
    void attentionCopiesTheFirstToken() {
        Gpt model = Gpt.of(new Gpt.Config(5, LENGTH, 1, 2, 16, 0), Rng.of(1));
        Answer first = (row, _) -> row[0];
        train(model, 200, 0.01, rng -> rows(rng, 5, first));
        assertThat(accuracy(model, 5, first)).isGreaterThan(0.98);
    }

    @Test
    void attentionFindsTheMajority() {
        Gpt model = Gpt.of(new Gpt.Config(2, LENGTH, 1, 2, 16, 0), Rng.of(1));
        Answer majority = (row, position) ->
                position < LENGTH - 1 ? -1 : Arrays.stream(row).sum() > LENGTH / 2 ? 1 : 0;
        train(model, 200, 0.01, rng -> rows(rng, 2, majority));
        assertThat(accuracy(model, 2, majority)).isGreaterThan(0.9);
    }

    @Test
    void aPeriodicTextIsContinued() {
        String text = "abcabcabcabcabcabcabcabc";
        CharacterTokeniser tokeniser = CharacterTokeniser.of(text);
        Corpus corpus = Corpus.of(tokeniser.encode(text));
        Gpt model = Gpt.of(new Gpt.Config(tokeniser.vocabularySize(), 6, 1, 2, 16, 0.1), Rng.of(1));
        train(model, 80, 0.01, rng -> corpus.sampleBatch(8, 6, rng));
        int[] written = model.generate(tokeniser.encode("bc"), 12, new TokenSampler(0, 1), Rng.of(1));
        assertThat(tokeniser.decode(written)).isEqualTo("abcabcabcabc");
    }
}
