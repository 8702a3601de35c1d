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

/// GPT, a decoder-only transformer: an autoregressive language model that predicts the next token from the
/// tokens so far.
///
/// **Model.** Token embedding plus positional embedding, dropout, a stack of [Block]s, layer normalisation,
/// and a linear head that gives a logit for each token of the vocabulary. Attention is causal: the prediction
/// at a position depends only on that token and the ones before it.
///
/// **Objective.** Cross-entropy of the next token, at all positions at once (teacher forcing).
///
/// **Cost.** With batch size B, sequence length T, C = `embeddingDimension` and V = `vocabularySize`:
/// O(B·T·(layers·C² + layers·T·C + C·V)) for the forward pass. About `12·layers·C² + (2·V + contextLength)·C`
/// weights.
///
/// **Differences from GPT-2.** Token embedding and head do not share weights (no weight tying), the head has
/// a bias, and GELU is exact instead of the tanh approximation.
///
/// Sources: A. Radford and others, "Improving Language Understanding by Generative Pre-Training", 2018, and
/// "Language Models are Unsupervised Multitask Learners" (GPT-2), 2019.
public final class Gpt implements Module {

    /// Standard deviation of the initial weights.
    static final double WEIGHT_STANDARD_DEVIATION = 0.02;

    private final Config config;
    private final Embedding tokenEmbedding;
    private final Embedding positionEmbedding;
    private final Dropout dropout;
    private final List<Block> blocks;
    private final LayerNorm norm;
    private final Linear head;

    /// Hyperparameters of the architecture.
    ///
    /// @param vocabularySize number of different tokens, V
    /// @param contextLength maximum number of tokens in a sequence (`block_size` in nanoGPT)
    /// @param layers number of blocks; may be 0
    /// @param heads number of attention heads in each block; a divisor of `embeddingDimension`
    /// @param embeddingDimension number of features at each position, C (`n_embd` or d_model)
    /// @param dropout dropout rate in training, at least 0 and below 1
    public record Config(
            int vocabularySize, int contextLength, int layers, int heads, int embeddingDimension, double dropout) {

        /// Checks the hyperparameters.
        ///
        /// @throws IllegalArgumentException if one is out of its range
        public Config {
            if (vocabularySize < 1
                    || contextLength < 1
                    || layers < 0
                    || heads < 1
                    || embeddingDimension < 1
                    || embeddingDimension % heads != 0) {
                throw new IllegalArgumentException("sizes must be positive, layers at least 0 and embeddingDimension a"
                        + " multiple of heads, got vocabularySize " + vocabularySize + ", contextLength "
                        + contextLength + ", layers " + layers + ", heads " + heads + ", embeddingDimension "
                        + embeddingDimension);
            }
            if (!(dropout >= 0 && (float) dropout < 1)) {
                throw new IllegalArgumentException("dropout rate must be at least 0 and below 1, got " + dropout);
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

    /// An untrained model with random weights.
    public static Gpt of(Config config, Rng rng) {
        return new Gpt(config, rng);
    }

    /// The hyperparameters of this model.
    public Config config() {
        return config;
    }

    /// Forward pass: logits of the next token at every position, shape `(B, T, V)`.
    ///
    /// @param ids token ids, shape `(B, T)` in row-major order; T is at most `contextLength`
    /// @param batchSize number of sequences, B
    /// @throws IllegalArgumentException if T is not from 1 to the context length, or `ids` is not B sequences
    ///     of equal length
    /// @throws IndexOutOfBoundsException if a token id is not from 0 to V − 1
    public Variable forward(Tape tape, int[] ids, int batchSize) {
        int length = ids.length / Math.max(1, batchSize);
        if (length > config.contextLength || length * batchSize != ids.length || length == 0) {
            throw new IllegalArgumentException("ids must be batchSize sequences of equal length, 1 to "
                    + config.contextLength + " tokens, got " + ids.length + " tokens and batchSize " + batchSize);
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

    /// Cross-entropy of the next token: the mean of `−ln p(target)`, in nats. Its `exp` is the perplexity; an
    /// untrained model has a loss near `ln V`.
    ///
    /// @param targets for each of `ids`, the id of the next token, same shape; −1 to ignore a position
    public Variable loss(Tape tape, int[] ids, int[] targets, int batchSize) {
        return Losses.crossEntropy(forward(tape, ids, batchSize), targets);
    }

    /// Cross-entropy of the next token on the windows of a corpus: see the other `loss`.
    public Variable loss(Tape tape, Corpus.Batch batch) {
        return loss(tape, batch.ids(), batch.targets(), batch.size());
    }

    /// Autoregressive generation: continues `prompt` by `newTokens` tokens, each drawn by `sampler` and then
    /// appended to the input. Returns the new tokens only. If the input is longer than `contextLength`, only
    /// its last `contextLength` tokens are used.
    ///
    /// Each new token costs a forward pass over the whole context: keys and values are not cached (no KV
    /// cache).
    ///
    /// @throws IllegalArgumentException if the prompt is empty, or `newTokens` is negative
    public int[] generate(int[] prompt, int newTokens, TokenSampler tokenSampler, Rng rng) {
        if (prompt.length == 0) {
            throw new IllegalArgumentException("prompt must have at least 1 token, got none");
        }
        if (newTokens < 0) {
            throw new IllegalArgumentException("newTokens must be at least 0, got " + newTokens);
        }
        Tape tape = Tape.inference();
        int[] tokens = Arrays.copyOf(prompt, prompt.length + newTokens);
        for (int i = prompt.length; i < tokens.length; i++) {
            int[] context = Arrays.copyOfRange(tokens, Math.max(0, i - config.contextLength), i);
            Tensor logits = forward(tape, context, 1).value();
            tokens[i] = tokenSampler.sample(
                    logits.slice(1, context.length - 1, context.length).toArray(), rng);
            tape.reset();
        }
        return Arrays.copyOfRange(tokens, prompt.length, tokens.length);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var parts = new LinkedHashMap<String, Module>();
        parts.put("tokenEmbedding", tokenEmbedding);
        parts.put("positionEmbedding", positionEmbedding);
        for (int i = 0; i < blocks.size(); i++) {
            parts.put("block" + i, blocks.get(i));
        }
        parts.put("norm", norm);
        parts.put("head", head);
        return Module.parametersOf(parts);
    }
}
