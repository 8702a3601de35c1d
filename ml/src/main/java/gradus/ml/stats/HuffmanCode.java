package gradus.ml.stats;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Huffman coding: an optimal prefix code, in which no code word is the beginning of another. Its mean code
/// length is at least the entropy in bits, and less than one bit more.
///
/// Source: D. Huffman, A Method for the Construction of Minimum-Redundancy Codes, Proc. IRE 40 (1952).
public final class HuffmanCode {

    private HuffmanCode() {}

    /// The code length of each symbol in bits, shape `(k)` like `p`. A single symbol needs 0 bits. O(k²) in
    /// the worst case, a maximally unbalanced code.
    ///
    /// The two least probable symbols differ only in their last bit. So they are merged into one with the sum
    /// of their probabilities, until one is left; each merge lengthens the code words of all symbols in it by
    /// one bit.
    ///
    /// @param p probabilities of the symbols, with sum 1; ties are merged in order of appearance
    /// @throws IllegalArgumentException if the probabilities are negative or do not sum to 1
    public static int[] codeLengths(double[] p) {
        Require.probabilities("a Huffman code", p);
        int[] lengths = new int[p.length];
        var queue = new PriorityQueue<Subtree>(
                Comparator.comparingDouble(Subtree::probability).thenComparingInt(Subtree::order));
        for (int i = 0; i < p.length; i++) {
            queue.add(new Subtree(p[i], i, new int[] {i}));
        }
        for (int order = p.length; queue.size() > 1; order++) {
            Subtree merged = queue.remove().merge(queue.remove(), order);
            for (int symbol : merged.symbols) {
                lengths[symbol]++;
            }
            queue.add(merged);
        }
        return lengths;
    }

    /// A subtree of the code tree: symbols whose code words share a prefix.
    private record Subtree(double probability, int order, int[] symbols) {

        Subtree merge(Subtree other, int order) {
            int[] both = new int[symbols.length + other.symbols.length];
            System.arraycopy(symbols, 0, both, 0, symbols.length);
            System.arraycopy(other.symbols, 0, both, symbols.length, other.symbols.length);
            return new Subtree(probability + other.probability, order, both);
        }
    }
}
