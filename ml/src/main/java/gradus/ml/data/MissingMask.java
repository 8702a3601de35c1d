package gradus.ml.data;

import java.util.BitSet;

/// Which of n rows have no value. What the four kinds of column have in common.
final class MissingMask {

    private final BitSet missing;
    private final int size;

    private MissingMask(BitSet missing, int size) {
        this.missing = missing;
        this.size = size;
    }

    /// No row is missing.
    static MissingMask noneMissing(int size) {
        return new MissingMask(new BitSet(), size);
    }

    /// The rows in `missing`, which is copied, are missing.
    static MissingMask of(BitSet missing, int size) {
        return new MissingMask((BitSet) missing.clone(), size);
    }

    int size() {
        return size;
    }

    int missingCount() {
        return missing.cardinality();
    }

    boolean isMissing(int row) {
        requireRow(row);
        return missing.get(row);
    }

    /// Refuses to go on if there is no value to be had.
    void requirePresent(int row) {
        if (isMissing(row)) {
            throw new IllegalArgumentException(
                    "the value at row " + row + " is missing; ask isMissing first, or fill it in");
        }
    }

    MissingMask selectRows(int... rowIndices) {
        var picked = new BitSet(rowIndices.length);
        for (int i = 0; i < rowIndices.length; i++) {
            if (isMissing(rowIndices[i])) {
                picked.set(i);
            }
        }
        return new MissingMask(picked, rowIndices.length);
    }

    MissingMask withMissing(int... rowIndices) {
        var more = (BitSet) missing.clone();
        for (int row : rowIndices) {
            requireRow(row);
            more.set(row);
        }
        return new MissingMask(more, size);
    }

    private void requireRow(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("no row " + row + " in a column of " + size + " rows");
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof MissingMask other && size == other.size && missing.equals(other.missing);
    }

    @Override
    public int hashCode() {
        return 31 * size + missing.hashCode();
    }
}
