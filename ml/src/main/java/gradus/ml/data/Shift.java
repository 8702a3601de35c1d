package gradus.ml.data;

import java.util.stream.IntStream;

/// Lags and leads: where the rows of a shifted column come from.
final class Shift {

    private Shift() {}

    /// The row that each row comes from; any row where there is none.
    static int[] sources(int size, int periods) {
        return IntStream.range(0, size)
                .map(row -> exists(row, size, periods) ? row - periods : row)
                .toArray();
    }

    /// The rows that come from nowhere.
    static int[] missing(int size, int periods) {
        return IntStream.range(0, size)
                .filter(row -> !exists(row, size, periods))
                .toArray();
    }

    private static boolean exists(int row, int size, int periods) {
        long source = (long) row - periods;
        return source >= 0 && source < size;
    }
}
