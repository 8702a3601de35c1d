package gradus.ml.data.preprocess;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.Column;
import gradus.ml.data.DateColumn;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import java.time.LocalDate;
import java.util.stream.IntStream;

/// Fills the missing values of a column with one value.
final class MissingValues {

    private MissingValues() {}

    /// @param value the fill value, as a column of one row and the same data type
    static Column fill(String name, Column column, Column value) {
        if (column.dataType() != value.dataType()) {
            throw new IllegalArgumentException("column \"" + name + "\" holds " + column.dataType() + ", expected "
                    + value.dataType() + " as in the training set");
        }
        int n = column.size();
        return switch (column) {
            case NumberColumn x ->
                NumberColumn.of(IntStream.range(0, n)
                        .mapToDouble(row -> x.isMissing(row) ? ((NumberColumn) value).get(0) : x.get(row))
                        .toArray());
            case StringColumn x ->
                StringColumn.of(IntStream.range(0, n)
                        .mapToObj(row -> x.isMissing(row) ? value.getString(0) : x.get(row))
                        .toList());
            case BooleanColumn x -> {
                boolean[] booleans = new boolean[n];
                for (int row = 0; row < n; row++) {
                    booleans[row] = x.isMissing(row) ? ((BooleanColumn) value).get(0) : x.get(row);
                }
                yield BooleanColumn.of(booleans);
            }
            case DateColumn x ->
                DateColumn.of(IntStream.range(0, n)
                        .mapToObj(row -> x.isMissing(row) ? ((DateColumn) value).get(0) : x.get(row))
                        .toArray(LocalDate[]::new));
        };
    }
}
