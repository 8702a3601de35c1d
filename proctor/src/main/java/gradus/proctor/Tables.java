package gradus.proctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a wrong table of numbers looks like beside the right one of the same shape.
final class Tables {

    private Tables() {}

    static List<String> signs(Numbers want, Numbers have, Closeness near) {
        int rows = want.shape().getFirst();
        int columns = want.shape().getLast();
        var signs = new ArrayList<String>();
        if (rows == columns
                && rows > 1
                && IntStream.range(0, want.size())
                        .allMatch(i -> near.same(want.at(i), have.at(turned(i, want.shape()))))) {
            signs.add("transposed");
        }
        if (columns > 1 && equalExcept(want, have, near, 0, columns)) {
            signs.add("equal-but:first-column");
        }
        if (columns > 1 && equalExcept(want, have, near, columns - 1, columns)) {
            signs.add("equal-but:last-column");
        }
        if (columns > 2 && shifted(want, have, near, rows, columns, 1)) {
            signs.add("columns:right");
        }
        if (columns > 2 && shifted(want, have, near, rows, columns, -1)) {
            signs.add("columns:left");
        }
        return signs;
    }

    /// Where the number at `index`, row by row, stands in the transposed table.
    static int turned(int index, List<Integer> shape) {
        int columns = shape.getLast();
        return index % columns * shape.getFirst() + index / columns;
    }

    private static boolean equalExcept(Numbers want, Numbers have, Closeness near, int column, int columns) {
        return IntStream.range(0, want.size())
                .filter(i -> i % columns != column)
                .allMatch(i -> near.same(want.at(i), have.at(i)));
    }

    private static boolean shifted(Numbers want, Numbers have, Closeness near, int rows, int columns, int by) {
        return IntStream.range(0, rows)
                .allMatch(row -> IntStream.range(Math.max(0, by), columns + Math.min(0, by))
                        .allMatch(column ->
                                near.same(want.at(row * columns + column - by), have.at(row * columns + column))));
    }
}
