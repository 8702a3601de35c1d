package gradus.ml.data;

import java.time.LocalDate;
import java.util.Arrays;

/// A column of days of the calendar, shape `(n)`, without time of day or time zone.
public final class DateColumn implements Column {

    /// Days since 1970-01-01; 0 where the value is missing.
    private final long[] days;

    private final Presence presence;

    private DateColumn(long[] days, Presence presence) {
        this.days = days;
        this.presence = presence;
    }

    /// The column of these days. None is missing.
    public static DateColumn of(LocalDate... dates) {
        return of(Arrays.stream(dates).mapToLong(LocalDate::toEpochDay).toArray(), Presence.full(dates.length));
    }

    /// The column of these days, counted from 1970-01-01, as [#epochDays] gives them. None is missing.
    public static DateColumn ofEpochDays(long... days) {
        return of(days, Presence.full(days.length));
    }

    private static DateColumn of(long[] days, Presence presence) {
        long[] copy = days.clone();
        for (int row = 0; row < copy.length; row++) {
            if (presence.isMissing(row)) {
                copy[row] = 0;
            }
        }
        return new DateColumn(copy, presence);
    }

    @Override
    public Kind kind() {
        return Kind.DATES;
    }

    @Override
    public int size() {
        return days.length;
    }

    @Override
    public boolean isMissing(int row) {
        return presence.isMissing(row);
    }

    @Override
    public int missing() {
        return presence.missing();
    }

    /// The day at `row`.
    ///
    /// @throws IllegalArgumentException if it is missing
    public LocalDate get(int row) {
        presence.require(row);
        return LocalDate.ofEpochDay(days[row]);
    }

    /// Days since 1970-01-01, shape `(n)`: what [Split#byTime] and models can use.
    ///
    /// @throws IllegalArgumentException if one is missing
    public long[] epochDays() {
        for (int row = 0; row < days.length; row++) {
            presence.require(row);
        }
        return days.clone();
    }

    /// The day as ISO 8601 writes it: `1906-05-31`.
    @Override
    public String text(int row) {
        return get(row).toString();
    }

    @Override
    public DateColumn rows(int... which) {
        Presence picked = presence.rows(which);
        return new DateColumn(Arrays.stream(which).mapToLong(row -> days[row]).toArray(), picked);
    }

    @Override
    public DateColumn withMissing(int... which) {
        return of(days, presence.withMissing(which));
    }

    @Override
    public int compare(int a, int b) {
        return get(a).compareTo(get(b));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DateColumn other && presence.equals(other.presence) && Arrays.equals(days, other.days);
    }

    @Override
    public int hashCode() {
        return 31 * presence.hashCode() + Arrays.hashCode(days);
    }

    /// The values as in `[1906-05-31, missing]`.
    @Override
    public String toString() {
        return Values.listed(this);
    }
}
