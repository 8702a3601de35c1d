package gradus.ml.data;

/// What a column holds.
public enum Kind {
    /// Finite numbers: a [NumberColumn].
    NUMBERS,
    /// Words, names or categories: a [TextColumn].
    TEXT,
    /// True or false: a [FlagColumn].
    FLAGS,
    /// Days of the calendar: a [DateColumn].
    DATES;

    /// The name as errors and tables say it.
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
