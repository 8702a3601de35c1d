package gradus.ml.data;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;

/// A numeric column: finite `double` values, shape `(n)`.
///
/// It never holds NaN or infinity. The factory methods reject them, so a faulty calculation throws where it
/// occurs; an unknown number is a missing value instead. -0 is stored as 0.
public final class NumberColumn implements Column {

    /// 0 where the value is missing, so that columns compare equal by their values.
    private final double[] values;

    private final MissingMask missingMask;

    private NumberColumn(double[] values, MissingMask missingMask) {
        this.values = values;
        this.missingMask = missingMask;
    }

    /// The column of these numbers, which are copied. No value is missing.
    ///
    /// @throws IllegalArgumentException if a number is NaN or infinite
    public static NumberColumn of(double... values) {
        return of(values, MissingMask.noneMissing(values.length));
    }

    /// The column of these numbers, where each NaN becomes a missing value, as in data from NumPy or pandas.
    ///
    /// @throws IllegalArgumentException if a number is infinite
    public static NumberColumn whereNaNIsMissing(double... values) {
        var missing = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            missing.set(row, Double.isNaN(values[row]));
        }
        return of(values, MissingMask.of(missing, values.length));
    }

    static NumberColumn of(double[] values, MissingMask missingMask) {
        double[] copy = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (missingMask.isMissing(row)) {
                continue;
            }
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException("numbers must be finite, got " + values[row] + " at row " + row
                        + "; correct it, or pass NaN to whereNaNIsMissing for a missing value");
            }
            // -0 becomes 0: equal values must have equal strings.
            copy[row] = values[row] + 0.0;
        }
        return new NumberColumn(copy, missingMask);
    }

    @Override
    public DataType dataType() {
        return DataType.NUMBERS;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return missingMask.isMissing(row);
    }

    @Override
    public int missingCount() {
        return missingMask.missingCount();
    }

    /// The number at `row`.
    ///
    /// @throws IllegalArgumentException if the value is missing
    public double get(int row) {
        missingMask.requirePresent(row);
        return values[row];
    }

    /// All numbers, shape `(n)`, as a copy.
    ///
    /// @throws IllegalArgumentException if a value is missing
    public double[] toArray() {
        requireNoneMissing();
        return values.clone();
    }

    /// The numbers without the missing values, in row order, shape `(n - missingCount)`: `dropna` in pandas.
    public double[] presentValues() {
        double[] presentValues = new double[size() - missingCount()];
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (!isMissing(row)) {
                presentValues[count++] = values[row];
            }
        }
        return presentValues;
    }

    /// The column of the results of `function`, applied to each number; missing values stay missing.
    ///
    /// @throws IllegalArgumentException if a result is NaN or infinite
    public NumberColumn map(DoubleUnaryOperator function) {
        double[] results = new double[values.length];
        for (int row = 0; row < results.length; row++) {
            results[row] = isMissing(row) ? 0 : function.applyAsDouble(values[row]);
        }
        return of(results, missingMask);
    }

    /// The number as [Double#toString] writes it; an integer below 10^15 in absolute value without its `.0`.
    @Override
    public String getString(int row) {
        return format(get(row));
    }

    static String format(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public NumberColumn selectRows(int... rowIndices) {
        MissingMask selected = missingMask.selectRows(rowIndices);
        return new NumberColumn(
                Arrays.stream(rowIndices).mapToDouble(row -> values[row]).toArray(), selected);
    }

    @Override
    public NumberColumn withMissing(int... rowIndices) {
        return of(values, missingMask.withMissing(rowIndices));
    }

    @Override
    public NumberColumn shift(int periods) {
        return selectRows(Shift.sources(size(), periods)).withMissing(Shift.missing(size(), periods));
    }

    @Override
    public int compare(int a, int b) {
        return Double.compare(get(a), get(b));
    }

    private void requireNoneMissing() {
        for (int row = 0; row < size(); row++) {
            missingMask.requirePresent(row);
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof NumberColumn other
                && missingMask.equals(other.missingMask)
                && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return 31 * missingMask.hashCode() + Arrays.hashCode(values);
    }

    /// The values, such as `[1, 2.5, missing]`.
    @Override
    public String toString() {
        return ColumnValues.toListString(this);
    }
}
