package gradus.ml.transformer;

import gradus.ml.autodiff.Tape;
import gradus.ml.autodiff.Variable;
import gradus.ml.nn.Dropout;
import gradus.ml.nn.Embedding;
import gradus.ml.nn.LayerNorm;
import gradus.ml.nn.Linear;
import gradus.ml.nn.Losses;
import gradus.ml.nn.Module;
import gradus.ml.numbers.Rng;
import gradus.ml.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// A language model: from the tokens so far to how likely each token is next. A token knows which it is and
/// where it stands; blocks let it look back at the others; at the end each place guesses its successor.
///
/// Sources: A. Radford and others, "Improving Language Understanding by Generative Pre-Training", 2018, and
/// GPT-2, 2019. Unlike there, the table of tokens and the weights of the head are two.
public final class Gpt implements Module {

    /// How far weights are from 0 at first.
    static final double WEIGHT_STANDARD_DEVIATION = 0.02;

    private final Config config;
    private final Embedding tokenEmbedding;
    private final Embedding positionEmbedding;
    private final Dropout dropout;
    private final List<Block> blocks;
    private final LayerNorm norm;
    private final Linear head;

    /// How large a model is.
    ///
    /// @param vocabularySize how many different tokens there are, V
    /// @param contextLength how many tokens it can look back on, T
    /// @param layers how many blocks
    /// @param heads how many heads each has
    /// @param embeddingDimension how many numbers stand for a place, C
    /// @param dropout which share of numbers is dropped in training
    public record Config(
            int vocabularySize, int contextLength, int layers, int heads, int embeddingDimension, double dropout) {

        public Config {
            if (vocabularySize < 1
                    || contextLength < 1
                    || layers < 0
                    || heads < 1
                    || embeddingDimension < 1
                    || embeddingDimension % heads != 0) {
                throw new IllegalArgumentException("a model has positive sizes, and a width that is a multiple of its"
                        + " heads, got vocabulary " + vocabularySize + ", context " + contextLength + ", layers "
                        + layers
                        + ", heads " + heads + ", width " + embeddingDimension);
            }
        }
    }

    private Gpt(Config config, Rng rng) {
        this.config = config;
        tokenEmbedding = Embedding.of(config.vocabularySize, config.embeddingDimension, WEIGHT_STANDARD_DEVIATION, rng);
        positionEmbedding =
                Embedding.of(config.contextLength, config.embeddingDimension, WEIGHT_STANDARD_DEVIATION, rng);
        dropout = new Dropout(config.dropout);
        blocks = IntStream.range(0, config.layers)
                .mapToObj(_ -> Block.of(config.embeddingDimension, config.heads, config.layers, config.dropout, rng))
                .toList();
        norm = LayerNorm.of(config.embeddingDimension);
        head = Linear.of(
                Tensor.normal(rng, WEIGHT_STANDARD_DEVIATION, config.embeddingDimension, config.vocabularySize));
    }

    /// A model that has learned nothing yet.
    public static Gpt of(Config config, Rng rng) {
        return new Gpt(config, rng);
    }

    /// How large it is.
    public Config config() {
        return config;
    }

    /// For each place, how much each token is to be expected after it: logits, shape `(B, T, V)`.
    ///
    /// @param ids B rows of T tokens each, row after row
    /// @param batchSize B
    /// @throws IllegalArgumentException if the rows are longer than the context
    public Variable forward(Tape tape, int[] ids, int batchSize) {
        int length = ids.length / Math.max(1, batchSize);
        if (length > config.contextLength || length * batchSize != ids.length || length == 0) {
            throw new IllegalArgumentException("a model with context " + config.contextLength + " takes rows of 1 to "
                    + config.contextLength + " tokens, got " + ids.length + " tokens in " + batchSize + " rows");
        }
        int[] positions = new int[length];
        Arrays.setAll(positions, i -> i);
        Variable embedded =
                tokenEmbedding.forward(tape, ids).reshape(batchSize, length, config.embeddingDimension); // (B, T, C)
        Variable x = dropout.forward(embedded.plus(positionEmbedding.forward(tape, positions))); // (B, T, C)
        for (Block block : blocks) {
            x = block.forward(x);
        }
        return head.forward(norm.forward(x)); // (B, T, V)
    }

    /// The mean of `−ln p` of the tokens that come next, in nats.
    ///
    /// @param targets what follows each of `ids`
    public Variable loss(Tape tape, int[] ids, int[] targets, int batchSize) {
        return Losses.crossEntropy(forward(tape, ids, batchSize), targets);
    }

    /// `newTokens` tokens that go on from `prompt`, each drawn by `sampler`. The model sees as many of the
    /// last tokens as its context holds.
    public int[] generate(int[] prompt, int newTokens, Sampler sampler, Rng rng) {
        if (prompt.length == 0) {
            throw new IllegalArgumentException("a text to go on from has a token at least, got none");
        }
        if (newTokens < 0) {
            throw new IllegalArgumentException("a text goes on for 0 tokens or more, got " + newTokens);
        }
        Tape tape = Tape.inference();
        int[] tokens = Arrays.copyOf(prompt, prompt.length + newTokens);
        for (int i = prompt.length; i < tokens.length; i++) {
            int[] context = Arrays.copyOfRange(tokens, Math.max(0, i - config.contextLength), i);
            Tensor logits = forward(tape, context, 1).value();
            tokens[i] = sampler.sample(
                    logits.slice(1, context.length - 1, context.length).toArray(), rng);
            tape.reset();
        }
        return Arrays.copyOfRange(tokens, prompt.length, tokens.length);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var parts = new LinkedHashMap<String, Module>();
        parts.put("tokens", tokenEmbedding);
        parts.put("places", positionEmbedding);
        for (int i = 0; i < blocks.size(); i++) {
            parts.put("block" + i, blocks.get(i));
        }
        parts.put("norm", norm);
        parts.put("head", head);
        return Module.parametersOf(parts);
    }
}
