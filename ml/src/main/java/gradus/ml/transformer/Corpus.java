package gradus.ml.transformer;

import gradus.ml.numbers.Rng;

/// A long row of tokens, to learn from in pieces.
public final class Corpus {

    private final int[] tokens;

    private Corpus(int[] tokens) {
        this.tokens = tokens;
    }

    /// These tokens, which are copied.
    public static Corpus of(int[] tokens) {
        return new Corpus(tokens.clone());
    }

    /// `batchSize` pieces of `sequenceLength` tokens from anywhere, and what follows each token.
    ///
    /// @throws IllegalArgumentException if there are not `sequenceLength + 1` tokens
    public Batch sampleBatch(int batchSize, int sequenceLength, Rng rng) {
        int[] starts = new int[batchSize];
        for (int b = 0; b < batchSize; b++) {
            starts[b] = rng.nextInt(windowCount(sequenceLength));
        }
        return batchAt(sequenceLength, starts);
    }

    /// The pieces of `sequenceLength` tokens that begin there, and what follows each token.
    public Batch batchAt(int sequenceLength, int... starts) {
        int[] ids = new int[starts.length * sequenceLength];
        int[] targets = new int[starts.length * sequenceLength];
        for (int b = 0; b < starts.length; b++) {
            if (starts[b] < 0 || starts[b] >= windowCount(sequenceLength)) {
                throw new IndexOutOfBoundsException("no piece of " + sequenceLength + " tokens begins at " + starts[b]);
            }
            System.arraycopy(tokens, starts[b], ids, b * sequenceLength, sequenceLength);
            System.arraycopy(tokens, starts[b] + 1, targets, b * sequenceLength, sequenceLength);
        }
        return new Batch(ids, targets, starts.length);
    }

    /// How many tokens there are.
    public int size() {
        return tokens.length;
    }

    private int windowCount(int sequenceLength) {
        if (tokens.length <= sequenceLength) {
            throw new IllegalArgumentException(
                    "pieces of " + sequenceLength + " tokens need a text of more than that, got " + tokens.length);
        }
        return tokens.length - sequenceLength;
    }

    /// Pieces of a text.
    ///
    /// @param ids shape `(size, length)`
    /// @param targets what follows each, same shape
    public record Batch(int[] ids, int[] targets, int size) {}
}
