package gradus.proctor.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Symptoms of a wrong matrix with the expected shape: transposed, columns shifted, only one column wrong.
final class MatrixSymptoms {

    private MatrixSymptoms() {}

    static List<String> of(NumericArray want, NumericArray have, Tolerance tolerance) {
        int rows = want.shape().getFirst();
        int columns = want.shape().getLast();
        var symptoms = new ArrayList<String>();
        if (rows == columns
                && rows > 1
                && IntStream.range(0, want.size())
                        .allMatch(i -> tolerance.isClose(want.get(i), have.get(transposedIndex(i, want.shape()))))) {
            symptoms.add("transposed");
        }
        if (columns > 2 && equalExcept(want, have, tolerance, 0, columns)) {
            symptoms.add("equal-but:first-column");
        }
        if (columns > 2 && equalExcept(want, have, tolerance, columns - 1, columns)) {
            symptoms.add("equal-but:last-column");
        }
        if (columns > 2 && shifted(want, have, tolerance, rows, columns, 1)) {
            symptoms.add("columns:right");
        }
        if (columns > 2 && shifted(want, have, tolerance, rows, columns, -1)) {
            symptoms.add("columns:left");
        }
        return symptoms;
    }

    /// The row-major index in the transposed matrix of the element at row-major `index`.
    static int transposedIndex(int index, List<Integer> shape) {
        int columns = shape.getLast();
        return index % columns * shape.getFirst() + index / columns;
    }

    private static boolean equalExcept(
            NumericArray want, NumericArray have, Tolerance tolerance, int column, int columns) {
        return IntStream.range(0, want.size())
                .filter(i -> i % columns != column)
                .allMatch(i -> tolerance.isClose(want.get(i), have.get(i)));
    }

    private static boolean shifted(
            NumericArray want, NumericArray have, Tolerance tolerance, int rows, int columns, int by) {
        return IntStream.range(0, rows)
                .allMatch(row -> IntStream.range(Math.max(0, by), columns + Math.min(0, by))
                        .allMatch(column -> tolerance.isClose(
                                want.get(row * columns + column - by), have.get(row * columns + column))));
    }
}
