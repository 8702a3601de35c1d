package gradus.ml.stats;

import java.util.Comparator;
import java.util.PriorityQueue;

/// The shortest code that gives each symbol a word of bits, none of which begins with another. Its mean
/// length is at least the entropy in bits, and less than one bit more.
///
/// Source: D. Huffman, A Method for the Construction of Minimum-Redundancy Codes, Proc. IRE 40 (1952).
public final class HuffmanCode {

    private HuffmanCode() {}

    /// The length of the word of each symbol, in bits, shape `(k)` to `(k)`. A lone symbol needs none.
    /// O(k²) at most, where the code is as uneven as can be.
    ///
    /// The two least probable symbols differ only in their last bit. They are therefore made one, with the
    /// sum of their probabilities, until one is left; each time, the words of all symbols in it grow by a
    /// bit.
    ///
    /// @param p the probabilities of the symbols, with sum 1; of equal ones, those first in order are
    ///     joined first
    /// @throws IllegalArgumentException if these are no probabilities
    public static int[] codeLengths(double[] p) {
        Require.probabilities("a code", p);
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

    /// Symbols whose words begin alike.
    private record Subtree(double probability, int order, int[] symbols) {

        Subtree merge(Subtree other, int order) {
            int[] both = new int[symbols.length + other.symbols.length];
            System.arraycopy(symbols, 0, both, 0, symbols.length);
            System.arraycopy(other.symbols, 0, both, symbols.length, other.symbols.length);
            return new Subtree(probability + other.probability, order, both);
        }
    }
}
