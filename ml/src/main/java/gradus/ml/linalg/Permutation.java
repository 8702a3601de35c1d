package gradus.ml.linalg;

import java.util.Arrays;
import java.util.BitSet;

/// An immutable permutation of n elements: the element at index i of the result comes from index `source(i)`.
///
/// Every method costs O(n), except those that permute or build a matrix.
public final class Permutation {

    private final int[] sources;

    private Permutation(int[] sources) {
        this.sources = sources;
    }

    /// The permutation that takes the element at index i from index `sources[i]`.
    ///
    /// @throws IllegalArgumentException unless each integer from 0 to n - 1 occurs exactly once
    public static Permutation of(int... sources) {
        var seen = new BitSet();
        for (int source : sources) {
            if (source < 0 || source >= sources.length || seen.get(source)) {
                throw new IllegalArgumentException("a permutation of " + sources.length
                        + " elements must contain each index from 0 to " + (sources.length - 1) + " once, got "
                        + Arrays.toString(sources));
            }
            seen.set(source);
        }
        return new Permutation(sources.clone());
    }

    /// The number of elements, n.
    public int size() {
        return sources.length;
    }

    /// The index that the element at `index` comes from.
    public int source(int index) {
        return sources[index];
    }

    /// The sign (parity): 1 for an even number of swaps, -1 for an odd number. It is the determinant of
    /// [#toMatrix].
    public int sign() {
        var seen = new BitSet();
        int sign = 1;
        for (int start = 0; start < sources.length; start++) {
            // A cycle of k indices takes k - 1 swaps.
            for (int index = sources[start]; !seen.get(start) && index != start; index = sources[index]) {
                seen.set(index);
                sign = -sign;
            }
        }
        return sign;
    }

    /// The components of `x`, permuted.
    ///
    /// @throws IllegalArgumentException if `x` does not have n components
    public Vector apply(Vector x) {
        requireSize(x.size());
        double[] moved = new double[sources.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = x.get(sources[i]);
        }
        return Vector.of(moved);
    }

    /// The rows of `a`, permuted.
    ///
    /// @throws IllegalArgumentException if `a` does not have n rows
    public Matrix apply(Matrix a) {
        requireSize(a.rows());
        return a.selectRows(sources);
    }

    /// The inverse permutation, which undoes this one.
    public Permutation inverse() {
        int[] back = new int[sources.length];
        for (int i = 0; i < back.length; i++) {
            back[sources[i]] = i;
        }
        return new Permutation(back);
    }

    /// The permutation matrix P of shape `(n, n)`: `P·A` permutes the rows of A.
    public Matrix toMatrix() {
        return apply(Matrix.identity(sources.length));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Permutation other && Arrays.equals(sources, other.sources);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sources);
    }

    /// The sources, for example `[2, 0, 1]`.
    @Override
    public String toString() {
        return Arrays.toString(sources);
    }

    private void requireSize(int size) {
        if (size != sources.length) {
            throw new IllegalArgumentException(
                    "a permutation of " + sources.length + " elements cannot permute " + size);
        }
    }
}
