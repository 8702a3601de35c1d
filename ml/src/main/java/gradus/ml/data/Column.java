package gradus.ml.data;

/// A column of a [Table]: n values of one data type, any of which may be missing. Immutable.
///
/// A missing value is distinct from every value, unlike the NaN of pandas: it isn't a number, a string or a
/// date, so it is never included in a mean or taken as 0. Reading it throws an [IllegalArgumentException];
/// check [#isMissing] first.
///
/// Row indices start at 0.
public sealed interface Column permits NumberColumn, StringColumn, BooleanColumn, DateColumn {

    /// The data type of the values.
    DataType dataType();

    /// The number of rows, n, including rows with a missing value.
    int size();

    /// Whether the value at `row` is missing.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    boolean isMissing(int row);

    /// The number of missing values.
    int missingCount();

    /// The value at `row` as a string. Equal values give equal strings, different values different ones.
    ///
    /// @throws IllegalArgumentException if the value is missing
    /// @throws IndexOutOfBoundsException if there is no such row
    String getString(int row);

    /// The column of the rows at these indices, in this order; an index may occur more than once. O(number of
    /// indices).
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    Column selectRows(int... rowIndices);

    /// A copy of this column in which the values at these rows are missing. O(n).
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    Column withMissing(int... rowIndices);

    /// The column moved down by `periods` rows (a lag), or up if that is negative (a lead): row i has the
    /// value of row `i - periods` of this column, and is missing if there is no such row. O(n).
    Column shift(int periods);

    /// Compares the values at rows `a` and `b`: negative, 0 or positive if the first is smaller, equal or
    /// greater.
    ///
    /// Numbers compare by value, strings as in [String#compareTo] (case-sensitive, by UTF-16 code unit),
    /// `false` is smaller than `true`, and earlier dates are smaller than later ones.
    ///
    /// @throws IllegalArgumentException if either value is missing
    int compare(int a, int b);

    /// The number of distinct values (cardinality), not counting missing values. O(n).
    default int distinctCount() {
        var seen = new java.util.HashSet<String>();
        for (int row = 0; row < size(); row++) {
            if (!isMissing(row)) {
                seen.add(getString(row));
            }
        }
        return seen.size();
    }

    /// The first row that holds the mode, the most frequent value. If several values are equally frequent,
    /// the smallest of them counts as the mode. O(n).
    ///
    /// @return the row index, or -1 if every value is missing
    default int mostFrequentRow() {
        var counts = new java.util.HashMap<String, Integer>();
        for (int row = 0; row < size(); row++) {
            if (!isMissing(row)) {
                counts.merge(getString(row), 1, Integer::sum);
            }
        }
        int best = -1;
        for (int row = 0; row < size(); row++) {
            if (isMissing(row)) {
                continue;
            }
            int more = best < 0 ? 1 : counts.get(getString(row)) - counts.get(getString(best));
            if (more > 0 || (more == 0 && compare(row, best) < 0)) {
                best = row;
            }
        }
        return best;
    }
}
