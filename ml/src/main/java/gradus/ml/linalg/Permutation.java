package gradus.ml.linalg;

import java.util.Arrays;
import java.util.BitSet;

/// An order of n things: at place i comes what was at place `source(i)`. It never changes.
///
/// Every method costs O(n) but where a matrix is moved.
public final class Permutation {

    private final int[] sources;

    private Permutation(int[] sources) {
        this.sources = sources;
    }

    /// The order in which place i takes what was at place `sources[i]`.
    ///
    /// @throws IllegalArgumentException unless each number from 0 to n - 1 comes once
    public static Permutation of(int... sources) {
        var seen = new BitSet();
        for (int source : sources) {
            if (source < 0 || source >= sources.length || seen.get(source)) {
                throw new IllegalArgumentException("a permutation of " + sources.length
                        + " things has each number from 0 to " + (sources.length - 1) + " once, got "
                        + Arrays.toString(sources));
            }
            seen.set(source);
        }
        return new Permutation(sources.clone());
    }

    /// The number of things, n.
    public int size() {
        return sources.length;
    }

    /// Where that came from which is now at `index`.
    public int source(int index) {
        return sources[index];
    }

    /// 1 if an even number of swaps makes this order, -1 if an odd number does: the determinant of
    /// [#toMatrix].
    public int sign() {
        var seen = new BitSet();
        int sign = 1;
        for (int start = 0; start < sources.length; start++) {
            // A cycle of k places takes k - 1 swaps.
            for (int index = sources[start]; !seen.get(start) && index != start; index = sources[index]) {
                seen.set(index);
                sign = -sign;
            }
        }
        return sign;
    }

    /// The components of `x` in this order.
    ///
    /// @throws IllegalArgumentException if `x` has not one component for each place
    public Vector apply(Vector x) {
        requireSize(x.size());
        double[] moved = new double[sources.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = x.get(sources[i]);
        }
        return Vector.of(moved);
    }

    /// The rows of `a` in this order.
    ///
    /// @throws IllegalArgumentException if `a` has not one row for each place
    public Matrix apply(Matrix a) {
        requireSize(a.rows());
        return a.selectRows(sources);
    }

    /// The order that undoes this one.
    public Permutation inverse() {
        int[] back = new int[sources.length];
        for (int i = 0; i < back.length; i++) {
            back[sources[i]] = i;
        }
        return new Permutation(back);
    }

    /// The matrix of shape `(n, n)` whose product with any other puts its rows in this order.
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

    /// The sources as in `[2, 0, 1]`.
    @Override
    public String toString() {
        return Arrays.toString(sources);
    }

    private void requireSize(int size) {
        if (size != sources.length) {
            throw new IllegalArgumentException(
                    "a permutation of " + sources.length + " things cannot put " + size + " in order");
        }
    }
}
