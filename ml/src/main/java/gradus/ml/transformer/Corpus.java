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

    /// `batch` pieces of `length` tokens from anywhere, and what follows each token.
    ///
    /// @throws IllegalArgumentException if there are not `length + 1` tokens
    public Batch draw(int batch, int length, Rng rng) {
        int[] from = new int[batch];
        for (int b = 0; b < batch; b++) {
            from[b] = rng.nextInt(starts(length));
        }
        return at(length, from);
    }

    /// The pieces of `length` tokens that begin there, and what follows each token.
    public Batch at(int length, int... from) {
        int[] ids = new int[from.length * length];
        int[] next = new int[from.length * length];
        for (int b = 0; b < from.length; b++) {
            if (from[b] < 0 || from[b] >= starts(length)) {
                throw new IndexOutOfBoundsException("no piece of " + length + " tokens begins at " + from[b]);
            }
            System.arraycopy(tokens, from[b], ids, b * length, length);
            System.arraycopy(tokens, from[b] + 1, next, b * length, length);
        }
        return new Batch(ids, next, from.length);
    }

    /// How many tokens there are.
    public int size() {
        return tokens.length;
    }

    private int starts(int length) {
        if (tokens.length <= length) {
            throw new IllegalArgumentException(
                    "pieces of " + length + " tokens need a text of more than that, got " + tokens.length);
        }
        return tokens.length - length;
    }

    /// Pieces of a text.
    ///
    /// @param ids shape `(rows, length)`
    /// @param next what follows each, same shape
    public record Batch(int[] ids, int[] next, int rows) {}
}
