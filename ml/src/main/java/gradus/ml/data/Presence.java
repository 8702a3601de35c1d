package gradus.ml.data;

import java.util.BitSet;

/// Which of n rows have no value. What the four kinds of column have in common.
final class Presence {

    private final BitSet missing;
    private final int size;

    private Presence(BitSet missing, int size) {
        this.missing = missing;
        this.size = size;
    }

    /// No row is missing.
    static Presence full(int size) {
        return new Presence(new BitSet(), size);
    }

    /// The rows in `missing`, which is copied, are missing.
    static Presence without(BitSet missing, int size) {
        return new Presence((BitSet) missing.clone(), size);
    }

    int size() {
        return size;
    }

    int missing() {
        return missing.cardinality();
    }

    boolean isMissing(int row) {
        requireRow(row);
        return missing.get(row);
    }

    /// Refuses to go on if there is no value to be had.
    void require(int row) {
        if (isMissing(row)) {
            throw new IllegalArgumentException(
                    "the value at row " + row + " is missing; ask isMissing first, or fill it in");
        }
    }

    Presence rows(int... which) {
        var picked = new BitSet(which.length);
        for (int i = 0; i < which.length; i++) {
            if (isMissing(which[i])) {
                picked.set(i);
            }
        }
        return new Presence(picked, which.length);
    }

    Presence withMissing(int... which) {
        var more = (BitSet) missing.clone();
        for (int row : which) {
            requireRow(row);
            more.set(row);
        }
        return new Presence(more, size);
    }

    private void requireRow(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("no row " + row + " in a column of " + size + " rows");
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Presence other && size == other.size && missing.equals(other.missing);
    }

    @Override
    public int hashCode() {
        return 31 * size + missing.hashCode();
    }
}
