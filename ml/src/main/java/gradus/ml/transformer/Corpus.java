package gradus.ml.transformer;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.Objects;

/// Corpus: the token sequence of a text, from which windows are taken as training examples for a language
/// model.
public final class Corpus {

    private final int[] tokens;

    private Corpus(int[] tokens) {
        this.tokens = tokens;
    }

    /// A corpus of these tokens, which are copied.
    public static Corpus of(int[] tokens) {
        return new Corpus(tokens.clone());
    }

    /// A random batch for next-token prediction: `batchSize` windows of `sequenceLength` tokens, with
    /// replacement, each start equally likely.
    ///
    /// @throws IllegalArgumentException if `batchSize` or `sequenceLength` is below 1, or the corpus has
    ///     fewer than `sequenceLength + 1` tokens
    public Batch sampleBatch(int batchSize, int sequenceLength, Rng rng) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, got " + batchSize);
        }
        int[] starts = new int[batchSize];
        for (int b = 0; b < batchSize; b++) {
            starts[b] = rng.nextInt(windowCount(sequenceLength));
        }
        return batchAt(sequenceLength, starts);
    }

    /// The batch of the windows of `sequenceLength` tokens that begin at these indices.
    ///
    /// @throws IllegalArgumentException if there is no start, `sequenceLength` is below 1, or the corpus has
    ///     fewer than `sequenceLength + 1` tokens
    /// @throws IndexOutOfBoundsException if a window with its targets does not lie within the corpus
    public Batch batchAt(int sequenceLength, int... starts) {
        if (starts.length == 0) {
            throw new IllegalArgumentException("a batch needs at least 1 start, got none");
        }
        int windows = windowCount(sequenceLength);
        int[] ids = new int[starts.length * sequenceLength];
        int[] targets = new int[starts.length * sequenceLength];
        for (int b = 0; b < starts.length; b++) {
            if (starts[b] < 0 || starts[b] >= windows) {
                throw new IndexOutOfBoundsException("start " + starts[b] + " is out of range: windows of "
                        + sequenceLength + " tokens start at 0 to " + (windows - 1));
            }
            System.arraycopy(tokens, starts[b], ids, b * sequenceLength, sequenceLength);
            System.arraycopy(tokens, starts[b] + 1, targets, b * sequenceLength, sequenceLength);
        }
        return new Batch(ids, targets, starts.length);
    }

    /// The part from index `from` to `to − 1`, such as the end of a text for validation. Copies it.
    ///
    /// @throws IndexOutOfBoundsException if the range does not lie within the corpus
    public Corpus slice(int from, int to) {
        Objects.checkFromToIndex(from, to, tokens.length);
        return new Corpus(Arrays.copyOfRange(tokens, from, to));
    }

    /// Relative frequency of each token: the fraction of the corpus that is this token, shape
    /// `(vocabularySize)`, with sum 1. They are the probabilities of a unigram model, the simplest language
    /// model.
    ///
    /// @throws IllegalArgumentException if the corpus is empty
    /// @throws IndexOutOfBoundsException if a token is not from 0 to `vocabularySize − 1`
    public double[] frequencies(int vocabularySize) {
        if (tokens.length == 0) {
            throw new IllegalArgumentException("frequencies need a corpus of at least 1 token, got none");
        }
        double[] counts = new double[Math.max(0, vocabularySize)];
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] < 0 || tokens[i] >= counts.length) {
                throw new IndexOutOfBoundsException("token " + tokens[i] + " at index " + i
                        + " is out of range: the vocabulary has " + vocabularySize + " tokens, counted from 0");
            }
            counts[tokens[i]]++;
        }
        return Arrays.stream(counts).map(count -> count / tokens.length).toArray();
    }

    /// Number of tokens.
    public int size() {
        return tokens.length;
    }

    private int windowCount(int sequenceLength) {
        if (sequenceLength < 1) {
            throw new IllegalArgumentException("sequenceLength must be at least 1, got " + sequenceLength);
        }
        if (tokens.length <= sequenceLength) {
            throw new IllegalArgumentException("windows of " + sequenceLength + " tokens need a corpus of at least "
                    + (sequenceLength + 1) + " tokens, got " + tokens.length);
        }
        return tokens.length - sequenceLength;
    }

    /// Batch of windows with their targets.
    ///
    /// @param ids tokens of the windows, shape `(size, sequenceLength)` in row-major order
    /// @param targets the token after each of `ids`, same shape
    /// @param size batch size: the number of windows
    public record Batch(int[] ids, int[] targets, int size) {

        /// Checks the sizes. The arrays are not copied.
        ///
        /// @throws IllegalArgumentException if `size` is below 1, `ids` is not that many windows of equal
        ///     length, at least 1, or `targets` is not as long as `ids`
        public Batch {
            if (size < 1 || ids.length == 0 || ids.length % size != 0 || targets.length != ids.length) {
                throw new IllegalArgumentException("a batch needs size windows of equal length, at least 1 token, and a"
                        + " target for each token, got size " + size + ", " + ids.length + " tokens and "
                        + targets.length + " targets");
            }
        }
    }
}
