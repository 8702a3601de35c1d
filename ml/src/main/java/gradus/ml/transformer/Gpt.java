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
    static final double DEVIATION = 0.02;

    private final Settings settings;
    private final Embedding tokens;
    private final Embedding places;
    private final Dropout dropout;
    private final List<Block> blocks;
    private final LayerNorm norm;
    private final Linear head;

    /// How large a model is.
    ///
    /// @param vocabulary how many different tokens there are, V
    /// @param context how many tokens it can look back on, T
    /// @param layers how many blocks
    /// @param heads how many heads each has
    /// @param width how many numbers stand for a place, C
    /// @param dropout which share of numbers is dropped in training
    public record Settings(int vocabulary, int context, int layers, int heads, int width, double dropout) {

        public Settings {
            if (vocabulary < 1 || context < 1 || layers < 0 || heads < 1 || width < 1 || width % heads != 0) {
                throw new IllegalArgumentException("a model has positive sizes, and a width that is a multiple of its"
                        + " heads, got vocabulary " + vocabulary + ", context " + context + ", layers " + layers
                        + ", heads " + heads + ", width " + width);
            }
        }
    }

    private Gpt(Settings settings, Rng rng) {
        this.settings = settings;
        tokens = Embedding.of(settings.vocabulary, settings.width, DEVIATION, rng);
        places = Embedding.of(settings.context, settings.width, DEVIATION, rng);
        dropout = new Dropout(settings.dropout);
        blocks = IntStream.range(0, settings.layers)
                .mapToObj(_ -> Block.of(settings.width, settings.heads, settings.layers, settings.dropout, rng))
                .toList();
        norm = LayerNorm.of(settings.width);
        head = Linear.of(Tensor.normal(rng, DEVIATION, settings.width, settings.vocabulary));
    }

    /// A model that has learned nothing yet.
    public static Gpt of(Settings settings, Rng rng) {
        return new Gpt(settings, rng);
    }

    /// How large it is.
    public Settings settings() {
        return settings;
    }

    /// For each place, how much each token is to be expected after it: logits, shape `(B, T, V)`.
    ///
    /// @param ids B rows of T tokens each, row after row
    /// @param batch B
    /// @throws IllegalArgumentException if the rows are longer than the context
    public Variable forward(Tape tape, int[] ids, int batch) {
        int length = ids.length / Math.max(1, batch);
        if (length > settings.context || length * batch != ids.length || length == 0) {
            throw new IllegalArgumentException("a model with context " + settings.context + " takes rows of 1 to "
                    + settings.context + " tokens, got " + ids.length + " tokens in " + batch + " rows");
        }
        int[] where = new int[length];
        Arrays.setAll(where, i -> i);
        Variable what = tokens.forward(tape, ids).reshape(batch, length, settings.width); // (B, T, C)
        Variable x = dropout.forward(what.plus(places.forward(tape, where))); // (B, T, C)
        for (Block block : blocks) {
            x = block.forward(x);
        }
        return head.forward(norm.forward(x)); // (B, T, V)
    }

    /// The mean of `−ln p` of the tokens that come next, in nats.
    ///
    /// @param next what follows each of `ids`
    public Variable loss(Tape tape, int[] ids, int[] next, int batch) {
        return Losses.crossEntropy(forward(tape, ids, batch), next);
    }

    /// `count` tokens that go on from `start`, each drawn by `sampler`. The model sees as many of the last
    /// tokens as its context holds.
    public int[] generate(int[] start, int count, Sampler sampler, Rng rng) {
        if (start.length == 0) {
            throw new IllegalArgumentException("a text to go on from has a token at least, got none");
        }
        if (count < 0) {
            throw new IllegalArgumentException("a text goes on for 0 tokens or more, got " + count);
        }
        Tape tape = Tape.silent();
        int[] text = Arrays.copyOf(start, start.length + count);
        for (int i = start.length; i < text.length; i++) {
            int[] seen = Arrays.copyOfRange(text, Math.max(0, i - settings.context), i);
            Tensor logits = forward(tape, seen, 1).value();
            text[i] = sampler.next(logits.slice(1, seen.length - 1, seen.length).toArray(), rng);
            tape.reset();
        }
        return Arrays.copyOfRange(text, start.length, text.length);
    }

    @Override
    public SequencedMap<String, Variable> parameters() {
        var parts = new LinkedHashMap<String, Module>();
        parts.put("tokens", tokens);
        parts.put("places", places);
        for (int i = 0; i < blocks.size(); i++) {
            parts.put("block" + i, blocks.get(i));
        }
        parts.put("norm", norm);
        parts.put("head", head);
        return Module.join(parts);
    }
}
