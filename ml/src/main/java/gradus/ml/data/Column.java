package gradus.ml.data;

/// A column of a [Table]: n values of one kind, any of which may be missing. It never changes.
///
/// Missing is a state of its own. It is no number, no word and no date, so that it cannot slip into a mean
/// or count as 0; whoever asks for the value of a missing row is refused.
///
/// Rows are counted from 0.
public sealed interface Column permits NumberColumn, StringColumn, BooleanColumn, DateColumn {

    /// What it holds.
    DataType dataType();

    /// The number of rows, n, those with a missing value included.
    int size();

    /// Whether the value at `row` is missing.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    boolean isMissing(int row);

    /// The number of rows whose value is missing.
    int missingCount();

    /// The value at `row` as text: different values have different texts.
    ///
    /// @throws IllegalArgumentException if it is missing
    String getString(int row);

    /// The column of these rows, in this order; a row may come more than once. O(number of rows asked for).
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    Column selectRows(int... rowIndices);

    /// This column, with the values at these rows missing.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    Column withMissing(int... rowIndices);

    /// Less than 0, 0 or more than 0 as the value at row `a` comes before, with or after that at row `b`:
    /// numbers by size, text by its characters, false before true, dates by the calendar.
    ///
    /// @throws IllegalArgumentException if either is missing
    int compare(int a, int b);

    /// The number of different values, missing ones not counted. O(n).
    default int distinctCount() {
        var seen = new java.util.HashSet<String>();
        for (int row = 0; row < size(); row++) {
            if (!isMissing(row)) {
                seen.add(getString(row));
            }
        }
        return seen.size();
    }

    /// A row that holds the mode, the most frequent value; if several values are equally frequent, the
    /// smallest of them. O(n).
    ///
    /// @return that row, or -1 if every value is missing
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
