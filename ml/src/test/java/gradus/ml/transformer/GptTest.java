package gradus.ml.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.ml.autodiff.Tape;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GptTest {

    private static final int VOCABULARY = 7;
    private static final int CONTEXT = 8;
    private static final Gpt.Config CONFIG = new Gpt.Config(VOCABULARY, CONTEXT, 2, 2, 16, 0.1);

    private final Gpt model = Gpt.of(CONFIG, Rng.of(1));

    private static int[] tokens(long seed, int n) {
        Rng rng = Rng.of(seed);
        int[] ids = new int[n];
        Arrays.setAll(ids, _ -> rng.nextInt(VOCABULARY));
        return ids;
    }

    private static Tensor logits(Gpt model, int batch, int... ids) {
        return model.forward(Tape.inference(), ids, batch).value();
    }

    /// The logits after the first `positions` tokens.
    private static float[] first(Tensor logits, int positions) {
        return logits.slice(1, 0, positions).toArray();
    }

    /// A model with weights so large that every change of the input shows in the output.
    private static Gpt withLargeWeights() {
        Gpt gpt = Gpt.of(CONFIG, Rng.of(1));
        Rng rng = Rng.of(2);
        gpt.parameters().values().forEach(parameter -> {
            float[] weights = parameter.value().data();
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (float) (0.3 * rng.gaussian());
            }
        });
        return gpt;
    }

    @Test
    void logitsHaveShapeBatchPositionVocabulary() {
        assertThat(logits(model, 3, tokens(1, 15)).shape().sizes()).containsExactly(3, 5, VOCABULARY);
        assertThat(logits(model, 1, 4).shape().sizes()).containsExactly(1, 1, VOCABULARY);
    }

    @Test
    void anUntrainedModelHasTheLossOfUniformGuessing() {
        int[] ids = tokens(1, 4 * CONTEXT);
        int[] targets = tokens(2, 4 * CONTEXT);
        float loss = model.loss(Tape.inference(), ids, targets, 4).value().item();
        assertThat((double) loss).isCloseTo(Math.log(VOCABULARY), within(0.05));
    }

    @Test
    void theParameterCountFollowsFromTheConfig() {
        for (Gpt.Config s :
                new Gpt.Config[] {CONFIG, new Gpt.Config(11, 5, 3, 4, 8, 0), new Gpt.Config(65, 32, 0, 1, 4, 0)}) {
            long c = s.embeddingDimension();
            long block = 12 * c * c + 13 * c;
            long expected = s.vocabularySize() * c
                    + s.contextLength() * c
                    + s.layers() * block
                    + 2 * c
                    + c * s.vocabularySize()
                    + s.vocabularySize();
            assertThat(Gpt.of(s, Rng.of(1)).parameterCount()).isEqualTo(expected);
        }
        assertThat(model.parameters().keySet())
                .startsWith("tokenEmbedding.table", "positionEmbedding.table", "block0.norm1.gain")
                .endsWith("block1.down.bias", "norm.gain", "norm.bias", "head.weight", "head.bias");
    }

    @Test
    void noPositionSeesALaterToken() {
        Gpt gpt = withLargeWeights();
        int[] ids = tokens(3, CONTEXT);
        Tensor before = logits(gpt, 1, ids);
        for (int changed = 1; changed < CONTEXT; changed++) {
            int[] others = ids.clone();
            others[changed] = (others[changed] + 1) % VOCABULARY;
            Tensor after = logits(gpt, 1, others);
            assertThat(first(after, changed)).isEqualTo(first(before, changed));
            assertThat(after.slice(1, CONTEXT - 1, CONTEXT).toArray())
                    .as("the last position sees the token at %d", changed)
                    .isNotEqualTo(before.slice(1, CONTEXT - 1, CONTEXT).toArray());
        }
    }

    @Test
    void rowsOfABatchDoNotSeeEachOther() {
        Gpt gpt = withLargeWeights();
        int[] ids = tokens(3, 2 * CONTEXT);
        float[] together = logits(gpt, 2, ids).slice(0, 1, 2).toArray();
        float[] alone =
                logits(gpt, 1, Arrays.copyOfRange(ids, CONTEXT, 2 * CONTEXT)).toArray();
        assertThat(together).containsExactly(alone, within(1e-5f));
    }

    @Test
    void thePositionOfATokenMatters() {
        Gpt gpt = withLargeWeights();
        Tensor same = logits(gpt, 1, 2, 2, 2);
        assertThat(same.slice(1, 0, 1).toArray())
                .isNotEqualTo(same.slice(1, 1, 2).toArray());
        // The last token sees the same two others, in another order.
        assertThat(logits(gpt, 1, 1, 4, 2).slice(1, 2, 3).toArray())
                .isNotEqualTo(logits(gpt, 1, 4, 1, 2).slice(1, 2, 3).toArray());
    }

    @Test
    void everyParameterGetsAGradient() {
        Tape tape = Tape.recording(Rng.of(4));
        tape.backward(model.loss(tape, tokens(1, 2 * CONTEXT), tokens(2, 2 * CONTEXT), 2));
        model.parameters().forEach((name, parameter) -> {
            assertThat(parameter.hasGradient()).as(name).isTrue();
            assertThat(parameter.gradient().toArray())
                    .as(name)
                    .isNotEqualTo(new float[parameter.shape().elementCount()]);
        });
    }

    @Test
    void theSameSeedGivesTheSameModelAndTheSameText() {
        Gpt twin = Gpt.of(CONFIG, Rng.of(1));
        int[] ids = tokens(3, CONTEXT);
        assertThat(logits(twin, 1, ids).toArray())
                .isEqualTo(logits(model, 1, ids).toArray());
        int[] text = withLargeWeights().generate(new int[] {1, 2}, 30, TokenSampler.pureSampling(), Rng.of(5));
        assertThat(text)
                .hasSize(30)
                .isEqualTo(withLargeWeights().generate(new int[] {1, 2}, 30, TokenSampler.pureSampling(), Rng.of(5)));
        assertThat(text)
                .isNotEqualTo(
                        withLargeWeights().generate(new int[] {1, 2}, 30, TokenSampler.pureSampling(), Rng.of(6)));
    }

    @Test
    void generationDependsOnNoTokenBeforeTheContext() {
        Gpt gpt = withLargeWeights();
        int[] seen = tokens(3, CONTEXT);
        int[] longer = new int[CONTEXT + 5];
        System.arraycopy(seen, 0, longer, 5, CONTEXT);
        assertThat(gpt.generate(longer, 20, new TokenSampler(0.8, 5), Rng.of(5)))
                .isEqualTo(gpt.generate(seen, 20, new TokenSampler(0.8, 5), Rng.of(5)));
    }

    @Test
    void greedyDecodingTakesTheMostLikelyToken() {
        Gpt gpt = withLargeWeights();
        for (int seed = 0; seed < 20; seed++) {
            int[] start = tokens(seed, CONTEXT);
            float[] last = logits(gpt, 1, start).slice(1, CONTEXT - 1, CONTEXT).toArray();
            int[] written = gpt.generate(start, 1, new TokenSampler(0, 1), Rng.of(5));
            for (float each : last) {
                assertThat(last[written[0]]).isGreaterThanOrEqualTo(each);
            }
        }
        assertThat(gpt.generate(tokens(1, 3), 0, TokenSampler.pureSampling(), Rng.of(5)))
                .isEmpty();
    }

    @Test
    void invalidInputsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> logits(model, 1, tokens(1, CONTEXT + 1)))
                .withMessageContaining("equal length, 1 to 8 tokens, got 9 tokens and batchSize 1");
        for (int batch : new int[] {0, -1, 3}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> logits(model, batch, tokens(1, 4)))
                    .withMessageContaining("got 4 tokens and batchSize " + batch);
        }
        assertThatThrownBy(() -> logits(model, 1, 0, VOCABULARY))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("row 7 at index 1 is out of range");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.generate(new int[0], 1, TokenSampler.pureSampling(), Rng.of(1)))
                .withMessageContaining("got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.generate(new int[] {1}, -1, TokenSampler.pureSampling(), Rng.of(1)))
                .withMessageContaining("got -1");
    }

    @Test
    void invalidConfigsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gpt.Config(7, 8, 2, 3, 16, 0))
                .withMessageContaining("heads 3, embeddingDimension 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gpt.Config(0, 8, 2, 2, 16, 0))
                .withMessageContaining("vocabularySize 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gpt.Config(7, 8, 2, 2, 16, 1))
                .withMessageContaining("dropout rate");
        Block block = Block.of(8, 2, 1, 0, Rng.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block(
                        2,
                        block.norm1(),
                        block.out(),
                        block.out(),
                        block.norm2(),
                        block.up(),
                        block.down(),
                        block.dropout()))
                .withMessageContainingAll("C = 8", "qkv (8, 8)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Block(
                        3,
                        block.norm1(),
                        block.qkv(),
                        block.out(),
                        block.norm2(),
                        block.up(),
                        block.down(),
                        block.dropout()))
                .withMessageContaining("got heads 3");
    }
}
