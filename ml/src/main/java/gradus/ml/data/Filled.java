package gradus.ml.data;

import java.time.LocalDate;
import java.util.stream.IntStream;

/// A column whose missing values are filled in with one value.
final class Filled {

    private Filled() {}

    /// @param value a column of one row, of the same kind
    static Column of(String name, Column column, Column value) {
        if (column.kind() != value.kind()) {
            throw new IllegalArgumentException("column \"" + name + "\" holds " + column.kind() + ", but held "
                    + value.kind() + " in the rows to train on");
        }
        int n = column.size();
        return switch (column) {
            case NumberColumn x ->
                NumberColumn.of(IntStream.range(0, n)
                        .mapToDouble(row -> x.isMissing(row) ? ((NumberColumn) value).get(0) : x.get(row))
                        .toArray());
            case TextColumn x ->
                TextColumn.of(IntStream.range(0, n)
                        .mapToObj(row -> x.isMissing(row) ? value.text(0) : x.get(row))
                        .toList());
            case FlagColumn x -> {
                boolean[] flags = new boolean[n];
                for (int row = 0; row < n; row++) {
                    flags[row] = x.isMissing(row) ? ((FlagColumn) value).get(0) : x.get(row);
                }
                yield FlagColumn.of(flags);
            }
            case DateColumn x ->
                DateColumn.of(IntStream.range(0, n)
                        .mapToObj(row -> x.isMissing(row) ? ((DateColumn) value).get(0) : x.get(row))
                        .toArray(LocalDate[]::new));
        };
    }
}
