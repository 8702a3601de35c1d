package gradus.ml.data;

/// What a column holds.
public enum DataType {
    /// Finite numbers: a [NumberColumn].
    NUMBERS,
    /// Words, names or categories: a [StringColumn].
    STRINGS,
    /// True or false: a [BooleanColumn].
    BOOLEANS,
    /// Days of the calendar: a [DateColumn].
    DATES;

    /// The name as errors and tables say it.
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
