package gradus.ml.classic;

/// Prediction from the one nearest example: 1-nearest-neighbour (T. Cover and P. Hart, "Nearest Neighbor
/// Pattern Classification", 1967).
///
/// There is nothing to fit: the examples are the model. `rows` has shape `(n, d)`, n examples of d features
/// each, and `query` has shape `(d)`. Near means a small Euclidean distance, in whatever units the features
/// come. A call costs O(n·d) time, keeps nothing for the next one, and leaves its arguments as they are.
public final class NearestNeighbour {

    private NearestNeighbour() {}

    /// The index of the row nearest to `query`; of rows that are equally near, the first.
    ///
    /// A row at no finite distance, because a number in it is NaN or infinite, is never the nearest.
    ///
    /// @param rows the examples, shape `(n, d)`, n at least 1
    /// @param query the point to look from, shape `(d)`
    /// @return an index from 0 to n - 1
    /// @throws IllegalArgumentException if there are no rows, if a row is not as long as the query, or if
    ///     no row is at a finite distance
    public static int nearest(double[][] rows, double[] query) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("nearest needs at least 1 row, got 0");
        }
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != query.length) {
                throw new IllegalArgumentException("row " + i + " has " + rows[i].length
                        + " features, but the query has " + query.length + "; give both the same features");
            }
            double distance = squaredDistance(rows[i], query);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest < 0) {
            throw new IllegalArgumentException(
                    "no row is at a finite distance from the query; look for NaN and infinity among the numbers");
        }
        return nearest;
    }

    /// The label of the row nearest to `query`: what the most similar example was called.
    ///
    /// @param rows the examples, shape `(n, d)`, n at least 1
    /// @param labels what each row is called, shape `(n)`, any numbers
    /// @param query the point to name, shape `(d)`
    /// @throws IllegalArgumentException if there are not as many labels as rows, and where [#nearest]
    ///     throws
    public static int predict(double[][] rows, int[] labels, double[] query) {
        if (labels.length != rows.length) {
            throw new IllegalArgumentException(
                    "there are " + rows.length + " rows, but " + labels.length + " labels; give each row one label");
        }
        return labels[nearest(rows, query)];
    }

    /// The square of the distance: its order is the same, and it needs no root.
    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }
}
