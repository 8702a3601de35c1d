package gradus.ml.data;

import java.util.Arrays;
import java.util.BitSet;

/// A column of finite numbers, shape `(n)`.
///
/// NaN and infinity are never in it: a calculation that went wrong is refused where it happens, and what is
/// not known is missing, which is said in so many words.
public final class NumberColumn implements Column {

    /// 0 where the value is missing, so that columns compare equal by their values.
    private final double[] values;

    private final Presence presence;

    private NumberColumn(double[] values, Presence presence) {
        this.values = values;
        this.presence = presence;
    }

    /// The column of these numbers, which are copied. None is missing.
    ///
    /// @throws IllegalArgumentException if one is NaN or infinite
    public static NumberColumn of(double... values) {
        return of(values, Presence.full(values.length));
    }

    /// The column of these numbers, in which each NaN is a missing value: for data from programs that write
    /// it so.
    ///
    /// @throws IllegalArgumentException if one is infinite
    public static NumberColumn whereNaNIsMissing(double... values) {
        var missing = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            missing.set(row, Double.isNaN(values[row]));
        }
        return of(values, Presence.without(missing, values.length));
    }

    static NumberColumn of(double[] values, Presence presence) {
        double[] copy = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            if (presence.isMissing(row)) {
                continue;
            }
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException("a column of numbers holds finite ones, got " + values[row]
                        + " at row " + row + "; say that the value is missing, or mend it");
            }
            // Minus 0 becomes 0: they are one value, and must have one text.
            copy[row] = values[row] + 0.0;
        }
        return new NumberColumn(copy, presence);
    }

    @Override
    public Kind kind() {
        return Kind.NUMBERS;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return presence.isMissing(row);
    }

    @Override
    public int missing() {
        return presence.missing();
    }

    /// The number at `row`.
    ///
    /// @throws IllegalArgumentException if it is missing
    public double get(int row) {
        presence.require(row);
        return values[row];
    }

    /// All numbers, shape `(n)`, as a copy.
    ///
    /// @throws IllegalArgumentException if one is missing
    public double[] toArray() {
        requireNoneMissing();
        return values.clone();
    }

    /// The numbers that are there, shape `(n - missing)`, in their order.
    public double[] present() {
        double[] present = new double[size() - missing()];
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (!isMissing(row)) {
                present[count++] = values[row];
            }
        }
        return present;
    }

    /// The number as Java writes it; a whole one without its `.0`.
    @Override
    public String text(int row) {
        return written(get(row));
    }

    static String written(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public NumberColumn rows(int... which) {
        Presence picked = presence.rows(which);
        return new NumberColumn(
                Arrays.stream(which).mapToDouble(row -> values[row]).toArray(), picked);
    }

    @Override
    public NumberColumn withMissing(int... which) {
        return of(values, presence.withMissing(which));
    }

    @Override
    public int compare(int a, int b) {
        return Double.compare(get(a), get(b));
    }

    private void requireNoneMissing() {
        for (int row = 0; row < size(); row++) {
            presence.require(row);
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof NumberColumn other
                && presence.equals(other.presence)
                && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return 31 * presence.hashCode() + Arrays.hashCode(values);
    }

    /// The values as in `[1, 2.5, missing]`.
    @Override
    public String toString() {
        return Values.listed(this);
    }
}
