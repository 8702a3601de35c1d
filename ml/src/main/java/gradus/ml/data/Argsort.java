package gradus.ml.data;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Argsort: the row indices that sort a column.
final class Argsort {

    private Argsort() {}

    /// The row indices of `column` in ascending or descending order of their values, missing values last.
    /// Stable.
    static int[] of(Column column, boolean descending) {
        Comparator<Integer> byValue = (a, b) -> descending ? column.compare(b, a) : column.compare(a, b);
        Comparator<Integer> missingLast = Comparator.comparing(column::isMissing);
        return IntStream.range(0, column.size())
                .boxed()
                .sorted((a, b) ->
                        column.isMissing(a) || column.isMissing(b) ? missingLast.compare(a, b) : byValue.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
