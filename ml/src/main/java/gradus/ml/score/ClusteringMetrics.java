package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// Metrics for clusterings: compared with another clustering (or true classes), or on their own.
///
/// Cluster numbers are only names: permuting them does not change a metric.
public final class ClusteringMetrics {

    private ClusteringMetrics() {}

    /// Adjusted Rand index (ARI): how far two clusterings agree on which pairs of rows are together,
    /// corrected for chance. 1 for equal clusterings, 0 on average for random ones, below 0 for worse. O(n).
    ///
    /// Source: L. Hubert and P. Arabie, "Comparing Partitions", Journal of Classification 2 (1985), 193–218.
    ///
    /// @param actual the cluster or true class of each row, shape `(n)`
    /// @param predicted the cluster of each row in the other clustering, shape `(n)`
    /// @throws IllegalArgumentException if lengths differ or are 0
    public static double adjustedRandIndex(int[] actual, int[] predicted) {
        ContingencyTable contingencyTable = ContingencyTable.of(actual, predicted);
        double together = contingencyTable.pairCount();
        double actualPairs = ContingencyTable.of(actual, actual).pairCount();
        double predictedPairs = ContingencyTable.of(predicted, predicted).pairCount();
        double allPairs = ContingencyTable.pairCount(actual.length);
        double expected = allPairs == 0 ? 0 : actualPairs / allPairs * predictedPairs;
        double maximum = (actualPairs + predictedPairs) / 2;
        // Both clusterings are trivial and equal: all rows together, or each row alone.
        return maximum == expected ? 1 : (together - expected) / (maximum - expected);
    }

    /// Normalised mutual information (NMI): the mutual information of two clusterings, divided by the
    /// arithmetic mean of their entropies. 1 for equal clusterings, 0 for independent ones. Unlike
    /// [#adjustedRandIndex] it is not corrected for chance, and grows with the number of clusters.
    ///
    /// Source: A. Strehl and J. Ghosh, "Cluster Ensembles", Journal of Machine Learning Research 3 (2002),
    /// 583–617, who divide by the geometric mean; scikit-learn's default is the arithmetic mean too.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0
    public static double normalisedMutualInformation(int[] actual, int[] predicted) {
        double jointEntropy = ContingencyTable.of(actual, predicted).jointEntropy();
        double actualEntropy = ContingencyTable.of(actual, actual).jointEntropy();
        double predictedEntropy = ContingencyTable.of(predicted, predicted).jointEntropy();
        double mutualInformation = actualEntropy + predictedEntropy - jointEntropy;
        double mean = (actualEntropy + predictedEntropy) / 2;
        return mean == 0 ? 1 : Math.clamp(mutualInformation / mean, 0, 1);
    }

    /// Silhouette coefficient, the mean over all rows of `(b − a)/max(a, b)`: a is the mean Euclidean
    /// distance to the other rows of the row's own cluster, b that to the rows of the nearest other cluster.
    /// From −1 (in the wrong cluster) to 1 (far from all others); 0 for a row that is alone in its cluster.
    /// O(n²·d) time, O(n·d) memory.
    ///
    /// Source: P. J. Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20 (1987),
    /// 53–65.
    ///
    /// @param x the features, shape `(n, d)`
    /// @param clusters the cluster of each row, shape `(n)`; at least 2 and at most n − 1 different ones
    /// @throws IllegalArgumentException if lengths differ, there are too few or too many clusters, or a value
    ///     is NaN or infinite
    public static double silhouette(Matrix x, int[] clusters) {
        MetricPreconditions.requireSameLength("rows", x.rows(), "clusters", clusters.length);
        int[] distinct = Arrays.stream(clusters).sorted().distinct().toArray();
        if (distinct.length < 2 || distinct.length >= clusters.length) {
            throw new IllegalArgumentException("a silhouette needs at least 2 clusters, but fewer than rows, got "
                    + distinct.length + " clusters of " + clusters.length + " rows");
        }
        requireFinite(x);
        double unit = unit(x);
        Vector[] rows = new Vector[x.rows()];
        int[] clusterIndices = new int[rows.length];
        int[] sizes = new int[distinct.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = x.row(row).times(unit);
            clusterIndices[row] = Arrays.binarySearch(distinct, clusters[row]);
            sizes[clusterIndices[row]]++;
        }
        double total = 0;
        for (int row = 0; row < rows.length; row++) {
            double[] sums = new double[distinct.length];
            for (int other = 0; other < rows.length; other++) {
                sums[clusterIndices[other]] += rows[row].minus(rows[other]).norm();
            }
            total += silhouette(clusterIndices[row], sums, sizes);
        }
        return Math.clamp(total / rows.length, -1, 1);
    }

    /// A factor that keeps sums of distances within range. A power of 2, so that it rounds nothing; the
    /// silhouette does not depend on the unit.
    private static double unit(Matrix x) {
        double largest = Arrays.stream(x.flatten()).map(Math::abs).max().orElse(0);
        return largest > 1e200 ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
    }

    private static double silhouette(int own, double[] sums, int[] sizes) {
        if (sizes[own] == 1) {
            return 0;
        }
        double within = sums[own] / (sizes[own] - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < sums.length; k++) {
            nearest = k == own ? nearest : Math.min(nearest, sums[k] / sizes[k]);
        }
        double larger = Math.max(within, nearest);
        return larger == 0 ? 0 : (nearest - within) / larger;
    }

    private static void requireFinite(Matrix x) {
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.columns(); c++) {
                if (!Double.isFinite(x.get(r, c))) {
                    throw new IllegalArgumentException("features must be finite, got " + x.get(r, c) + " at row " + r
                            + " and column " + c + "; impute the value or remove the row");
                }
            }
        }
    }
}
