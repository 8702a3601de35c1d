package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// How good a division into clusters is: against another one, or by itself.
///
/// Clusters are named by numbers, which mean nothing but which rows are together.
public final class ClusteringMetrics {

    private ClusteringMetrics() {}

    /// How far two divisions agree on which pairs of rows are together, beyond chance: 1 where they are
    /// the same, 0 on average for a division by chance, below 0 where it is worse. O(n).
    ///
    /// Source: L. Hubert and P. Arabie, "Comparing Partitions", Journal of Classification 2 (1985),
    /// 193–218.
    ///
    /// @param actual the cluster or class of each row, shape `(n)`
    /// @param predicted the same of another division, shape `(n)`
    /// @throws IllegalArgumentException if there are not as many of both, or none
    public static double adjustedRandIndex(int[] actual, int[] predicted) {
        ContingencyTable contingencyTable = ContingencyTable.of(actual, predicted);
        double together = contingencyTable.pairCount();
        double actualPairs = ContingencyTable.of(actual, actual).pairCount();
        double predictedPairs = ContingencyTable.of(predicted, predicted).pairCount();
        double allPairs = ContingencyTable.pairCount(actual.length);
        double expected = allPairs == 0 ? 0 : actualPairs / allPairs * predictedPairs;
        double maximum = (actualPairs + predictedPairs) / 2;
        // Both divisions are trivial, and the same: all rows together, or each by itself.
        return maximum == expected ? 1 : (together - expected) / (maximum - expected);
    }

    /// The information that two divisions share, as a part of the mean of what each has: 1 where they are
    /// the same, 0 where knowing one says nothing of the other. Unlike [#adjustedRandIndex] it is not
    /// corrected for chance, and grows with the number of clusters.
    ///
    /// Source: A. Strehl and J. Ghosh, "Cluster Ensembles", Journal of Machine Learning Research 3
    /// (2002), 583–617; the mean is that of numbers, not of logarithms.
    ///
    /// @throws IllegalArgumentException if there are not as many of both, or none
    public static double normalisedMutualInformation(int[] actual, int[] predicted) {
        double jointEntropy = ContingencyTable.of(actual, predicted).jointEntropy();
        double actualEntropy = ContingencyTable.of(actual, actual).jointEntropy();
        double predictedEntropy = ContingencyTable.of(predicted, predicted).jointEntropy();
        double mutualInformation = actualEntropy + predictedEntropy - jointEntropy;
        double mean = (actualEntropy + predictedEntropy) / 2;
        return mean == 0 ? 1 : Math.clamp(mutualInformation / mean, 0, 1);
    }

    /// The mean silhouette of the rows. That of a row compares its mean distance a to the rows of its own
    /// cluster with its mean distance b to those of the nearest other one: `(b - a) / max(a, b)`, from -1
    /// (in the wrong one) to 1 (far from all others); 0 for a row that is alone. O(n²·d) time, O(n)
    /// memory.
    ///
    /// Source: P. J. Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20
    /// (1987), 53–65.
    ///
    /// @param x the rows, shape `(n, d)`
    /// @param clusters the cluster of each row, shape `(n)`; at least 2 and at most n - 1 different ones
    /// @throws IllegalArgumentException if there are not as many of both, too few or too many clusters,
    ///     or a number is NaN or infinite
    public static double silhouette(Matrix x, int[] clusters) {
        MetricPreconditions.requireSameLength("rows", x.rows(), "clusters", clusters.length);
        int[] distinct = Arrays.stream(clusters).sorted().distinct().toArray();
        if (distinct.length < 2 || distinct.length >= clusters.length) {
            throw new IllegalArgumentException(
                    "a silhouette compares at least 2 clusters, fewer than there are rows, got " + distinct.length
                            + " clusters of " + clusters.length + " rows");
        }
        Vector[] rows = new Vector[x.rows()];
        int[] clusterIndices = new int[rows.length];
        int[] sizes = new int[distinct.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = x.row(row);
            requireFinite(rows[row], row);
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
        return total / rows.length;
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

    private static void requireFinite(Vector row, int index) {
        for (int c = 0; c < row.size(); c++) {
            if (!Double.isFinite(row.get(c))) {
                throw new IllegalArgumentException(
                        "numbers are finite, got " + row.get(c) + " at row " + index + " and column " + c);
            }
        }
    }
}
