package gradus.ml.data;

import java.util.BitSet;

/// Mask of missing values: which of n rows have no value. Shared by the columns of numbers, Booleans and
/// dates.
final class MissingMask {

    private final BitSet missing;
    private final int size;

    private MissingMask(BitSet missing, int size) {
        this.missing = missing;
        this.size = size;
    }

    /// The mask of n rows in which no value is missing.
    static MissingMask noneMissing(int size) {
        return new MissingMask(new BitSet(), size);
    }

    /// The mask in which the rows in `missing`, which is copied, are missing.
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

    /// Throws if the value at `row` is missing.
    void requirePresent(int row) {
        if (isMissing(row)) {
            throw new MissingValueException(
                    "the value at row " + row + " is missing; check isMissing first, or impute it with Imputer");
        }
    }

    MissingMask selectRows(int... rowIndices) {
        var selected = new BitSet(rowIndices.length);
        for (int i = 0; i < rowIndices.length; i++) {
            if (isMissing(rowIndices[i])) {
                selected.set(i);
            }
        }
        return new MissingMask(selected, rowIndices.length);
    }

    MissingMask withMissing(int... rowIndices) {
        var union = (BitSet) missing.clone();
        for (int row : rowIndices) {
            requireRow(row);
            union.set(row);
        }
        return new MissingMask(union, size);
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
