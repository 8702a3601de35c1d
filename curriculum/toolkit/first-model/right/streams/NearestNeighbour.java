package gradus.ml.classic;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Written with streams: the least of the indices, compared by the root of the sum of squares.
public final class NearestNeighbour {

    private NearestNeighbour() {}

    public static int nearest(double[][] rows, double[] query) {
        if (Arrays.stream(rows).anyMatch(row -> row.length != query.length)) {
            throw new IllegalArgumentException("every row needs " + query.length + " features, as the query has");
        }
        return IntStream.range(0, rows.length)
                .boxed()
                .min(Comparator.comparingDouble(i -> distance(rows[i], query)))
                .orElseThrow(() -> new IllegalArgumentException("no rows"));
    }

    public static int predict(double[][] rows, int[] labels, double[] query) {
        if (rows.length != labels.length) {
            throw new IllegalArgumentException(rows.length + " rows, " + labels.length + " labels");
        }
        return labels[nearest(rows, query)];
    }

    private static double distance(double[] row, double[] query) {
        return Math.sqrt(IntStream.range(0, query.length)
                .mapToDouble(j -> Math.pow(row[j] - query[j], 2))
                .sum());
    }
}
