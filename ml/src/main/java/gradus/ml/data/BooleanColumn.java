package gradus.ml.data;

import java.util.BitSet;

/// A Boolean column: values that are `true` or `false`, shape `(n)`.
public final class BooleanColumn implements Column {

    private final BitSet values;
    private final MissingMask missingMask;

    private BooleanColumn(BitSet values, MissingMask missingMask) {
        this.values = values;
        this.missingMask = missingMask;
    }

    /// The column of these Booleans. No value is missing.
    public static BooleanColumn of(boolean... values) {
        var set = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            set.set(row, values[row]);
        }
        return new BooleanColumn(set, MissingMask.noneMissing(values.length));
    }

    private static BooleanColumn of(BitSet values, MissingMask missingMask) {
        var copy = (BitSet) values.clone();
        for (int row = 0; row < missingMask.size(); row++) {
            copy.set(row, copy.get(row) && !missingMask.isMissing(row));
        }
        return new BooleanColumn(copy, missingMask);
    }

    @Override
    public DataType dataType() {
        return DataType.BOOLEANS;
    }

    @Override
    public int size() {
        return missingMask.size();
    }

    @Override
    public boolean isMissing(int row) {
        return missingMask.isMissing(row);
    }

    @Override
    public int missingCount() {
        return missingMask.missingCount();
    }

    /// The Boolean at `row`.
    ///
    /// @throws IllegalArgumentException if the value is missing
    public boolean get(int row) {
        missingMask.requirePresent(row);
        return values.get(row);
    }

    @Override
    public String getString(int row) {
        return Boolean.toString(get(row));
    }

    /// A numeric column with 1 for `true` and 0 for `false`; missing values stay missing.
    public NumberColumn toNumberColumn() {
        double[] numbers = new double[size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = values.get(row) ? 1 : 0;
        }
        return NumberColumn.of(numbers, missingMask);
    }

    @Override
    public BooleanColumn selectRows(int... rowIndices) {
        MissingMask selected = missingMask.selectRows(rowIndices);
        var set = new BitSet(rowIndices.length);
        for (int i = 0; i < rowIndices.length; i++) {
            set.set(i, values.get(rowIndices[i]));
        }
        return new BooleanColumn(set, selected);
    }

    @Override
    public BooleanColumn withMissing(int... rowIndices) {
        return of(values, missingMask.withMissing(rowIndices));
    }

    @Override
    public BooleanColumn shift(int periods) {
        return selectRows(Shift.sources(size(), periods)).withMissing(Shift.missing(size(), periods));
    }

    @Override
    public int compare(int a, int b) {
        return Boolean.compare(get(a), get(b));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof BooleanColumn other
                && missingMask.equals(other.missingMask)
                && values.equals(other.values);
    }

    @Override
    public int hashCode() {
        return 31 * missingMask.hashCode() + values.hashCode();
    }

    /// The values, such as `[true, missing, false]`.
    @Override
    public String toString() {
        return ColumnValues.toListString(this);
    }
}
