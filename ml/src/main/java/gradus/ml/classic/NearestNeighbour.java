package gradus.ml.classic;

/// Nearest-neighbour classification (1-NN): the prediction for a point is the label of the training example
/// closest to it.
///
/// **Model.** There is no training step and there are no parameters: the training set is the model. `rows`
/// has shape `(n, d)`, n examples of d features each, and `query` has shape `(d)`. Closest means the smallest
/// Euclidean distance, `√Σ (row_j − query_j)²`.
///
/// **Cost.** O(n·d) time per query, no extra memory. Nothing is kept between calls, and the arguments are not
/// changed.
///
/// **Caveats.** A feature with large values dominates the distance, so put all features on one scale first.
/// One wrong label is copied to every query near it; [KNearestNeighbours] takes a vote of several neighbours
/// instead.
///
/// Source: T. Cover and P. Hart, "Nearest Neighbor Pattern Classification", IEEE Transactions on Information
/// Theory 13 (1967), 21–27.
public final class NearestNeighbour {

    private NearestNeighbour() {}

    /// The index of the row closest to `query`; of equally close rows, the first.
    ///
    /// A row at no finite distance is never the nearest: one with a NaN or an infinite value, or one so far
    /// away that its squared distance overflows.
    ///
    /// @param rows the training examples, shape `(n, d)`, n ≥ 1
    /// @param query the point to compare them with, shape `(d)`
    /// @return the index of the nearest row, from 0 to n − 1
    /// @throws IllegalArgumentException if there are no rows, if a row and the query differ in length, or if
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
                        + " features, but the query has " + query.length + "; both need the same features");
            }
            double distance = squaredDistance(rows[i], query);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest < 0) {
            throw new IllegalArgumentException(
                    "no row is at a finite distance from the query; check rows and query for NaN and infinite values");
        }
        return nearest;
    }

    /// The label of the row closest to `query`; of equally close rows, the first.
    ///
    /// @param rows the training examples, shape `(n, d)`, n ≥ 1
    /// @param labels the label of each row, shape `(n)`; any integers, used as names only
    /// @param query the point to classify, shape `(d)`
    /// @return the predicted label, one of `labels`
    /// @throws IllegalArgumentException if the numbers of labels and rows differ, and whenever [#nearest]
    ///     throws
    public static int predict(double[][] rows, int[] labels, double[] query) {
        if (labels.length != rows.length) {
            throw new IllegalArgumentException(
                    "there are " + rows.length + " rows, but " + labels.length + " labels; each row needs one label");
        }
        return labels[nearest(rows, query)];
    }

    /// The squared Euclidean distance. It orders rows as the distance does, without a square root.
    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }
}
