package gradus.ml.data;

/// The data type (dtype) of a column.
public enum DataType {
    /// Finite numbers: a [NumberColumn].
    NUMBERS,
    /// Strings, such as names or categories: a [StringColumn].
    STRINGS,
    /// Booleans, `true` or `false`: a [BooleanColumn].
    BOOLEANS,
    /// Calendar days without time of day: a [DateColumn].
    DATES;

    /// The name in lower case, such as `numbers`, as messages use it.
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
