package gradus.ml.data;

import java.time.LocalDate;
import java.util.Arrays;

/// A date column: calendar days without time of day or time zone, shape `(n)`.
public final class DateColumn implements Column {

    /// Days since 1970-01-01; 0 where the value is missing.
    private final long[] days;

    private final MissingMask missingMask;

    private DateColumn(long[] days, MissingMask missingMask) {
        this.days = days;
        this.missingMask = missingMask;
    }

    /// The column of these dates. No value is missing.
    public static DateColumn of(LocalDate... dates) {
        return of(
                Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray(), MissingMask.noneMissing(dates.length));
    }

    /// The column of these epoch days (days since 1970-01-01), the inverse of [#epochDays]. No value is
    /// missing.
    ///
    /// @throws IllegalArgumentException if a day is before [LocalDate#MIN] or after [LocalDate#MAX]
    public static DateColumn ofEpochDays(long... days) {
        for (int row = 0; row < days.length; row++) {
            if (days[row] < LocalDate.MIN.toEpochDay() || days[row] > LocalDate.MAX.toEpochDay()) {
                throw new IllegalArgumentException("epoch days must be from " + LocalDate.MIN.toEpochDay() + " to "
                        + LocalDate.MAX.toEpochDay() + ", got " + days[row] + " at row " + row
                        + "; convert seconds or other units to days first");
            }
        }
        return of(days, MissingMask.noneMissing(days.length));
    }

    private static DateColumn of(long[] days, MissingMask missingMask) {
        long[] copy = days.clone();
        for (int row = 0; row < copy.length; row++) {
            if (missingMask.isMissing(row)) {
                copy[row] = 0;
            }
        }
        return new DateColumn(copy, missingMask);
    }

    @Override
    public DataType dataType() {
        return DataType.DATES;
    }

    @Override
    public int size() {
        return days.length;
    }

    @Override
    public boolean isMissing(int row) {
        return missingMask.isMissing(row);
    }

    @Override
    public int missingCount() {
        return missingMask.missingCount();
    }

    /// The date at `row`.
    ///
    /// @throws IllegalArgumentException if the value is missing
    public LocalDate get(int row) {
        missingMask.requirePresent(row);
        return LocalDate.ofEpochDay(days[row]);
    }

    /// Epoch days (days since 1970-01-01), shape `(n)`: the form that `TrainTestSplit.byTime` and models can
    /// use.
    ///
    /// @throws IllegalArgumentException if a value is missing
    public long[] epochDays() {
        for (int row = 0; row < days.length; row++) {
            missingMask.requirePresent(row);
        }
        return days.clone();
    }

    /// The date in ISO 8601 format, such as `1906-05-31`.
    @Override
    public String getString(int row) {
        return get(row).toString();
    }

    @Override
    public DateColumn selectRows(int... rowIndices) {
        MissingMask selected = missingMask.selectRows(rowIndices);
        return new DateColumn(
                Arrays.stream(rowIndices).mapToLong(row -> days[row]).toArray(), selected);
    }

    @Override
    public DateColumn withMissing(int... rowIndices) {
        return of(days, missingMask.withMissing(rowIndices));
    }

    @Override
    public DateColumn shift(int periods) {
        return selectRows(Shift.sources(size(), periods)).withMissing(Shift.missing(size(), periods));
    }

    @Override
    public int compare(int a, int b) {
        return get(a).compareTo(get(b));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DateColumn other
                && missingMask.equals(other.missingMask)
                && Arrays.equals(days, other.days);
    }

    @Override
    public int hashCode() {
        return 31 * missingMask.hashCode() + Arrays.hashCode(days);
    }

    /// The values, such as `[1906-05-31, missing]`.
    @Override
    public String toString() {
        return ColumnValues.toListString(this);
    }
}
