package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;

/// Lloyd's algorithm for [KMeans]: assign each row to the nearest centre, move each centre to the mean of its
/// rows, repeat.
///
/// Rows and centres are shifted by the mean of all rows, which reduces cancellation when squares are
/// subtracted.
final class LloydsAlgorithm {

    private final Matrix x;
    private final Vector weights;
    private final Vector mean;
    private final double variance;
    private final double maxSquaredNorm;
    private final int[] assignments;
    /// The squared distance of each row from the centre it is assigned to.
    private final double[] squaredDistances;

    LloydsAlgorithm(WeightedRows rows) {
        x = rows.x();
        weights = rows.weights();
        mean = x.transposeTimes(weights).times(1 / rows.total());
        assignments = new int[x.rows()];
        squaredDistances = new double[x.rows()];
        double[] squaredNorms = squaredNorms(x, mean);
        maxSquaredNorm = NearestCentres.max(squaredNorms);
        requireInRange();
        variance = Vector.of(squaredNorms).dot(weights) / rows.total() / x.columns();
    }

    /// No sum of squared distances may overflow. Nor may all of them underflow, unless all rows are equal.
    private void requireInRange() {
        double[] first = x.row(0).toArray();
        double[] row = first.clone();
        boolean allEqual = true;
        for (int i = 1; i < x.rows() && allEqual; i++) {
            x.copyRow(i, row, 0);
            allEqual = Arrays.equals(row, first);
        }
        if (!allEqual || !Double.isFinite(maxSquaredNorm)) {
            ModelPreconditions.requireInRange("largest squared distance of a row from the mean", maxSquaredNorm);
        }
    }

    /// The squared distance of each row from `mean`, shape `(n)`.
    private static double[] squaredNorms(Matrix x, Vector mean) {
        double[] squaredNorms = new double[x.rows()];
        RowBlocks.centred(
                x,
                mean,
                (first, block) ->
                        System.arraycopy(NearestCentres.squaredNorms(block), 0, squaredNorms, first, block.rows()));
        return squaredNorms;
    }

    /// Iterates from these centres, shape `(k, d)`, until they converge.
    KMeans.Model run(Matrix initialCentres, int maxIterations, double tolerance) {
        Matrix centres = shiftByMean(initialCentres, -1);
        var inertias = new ArrayList<Double>();
        boolean converged = false;
        while (!converged && inertias.size() < maxIterations) {
            ClusterSums sums = new ClusterSums(centres.rows());
            inertias.add(sums.assignRows(centres));
            Matrix next = sums.updatedCentres(centres);
            converged = squaredShift(centres, next) <= tolerance * variance;
            centres = next;
        }
        inertias.add(new ClusterSums(centres.rows()).assignRows(centres));
        return new KMeans.Model(
                shiftByMean(centres, 1),
                Vector.of(inertias.stream().mapToDouble(Double::doubleValue).toArray()),
                converged);
    }

    /// The index of the nearest of these centres for each row of `x`; the first of equally near ones.
    static int[] assign(Matrix x, Matrix centres) {
        int[] labels = new int[x.rows()];
        double[] distances = new double[x.rows()];
        Vector mean = Centred.means(centres);
        var search = new NearestCentres(
                Matrix.from(centres.rows(), centres.columns(), (k, j) -> centres.get(k, j) - mean.get(j)),
                NearestCentres.max(squaredNorms(x, mean)));
        RowBlocks.centred(x, mean, (first, block) -> search.find(block, first, labels, distances));
        return labels;
    }

    private Matrix shiftByMean(Matrix centres, int sign) {
        return Matrix.from(centres.rows(), centres.columns(), (k, j) -> centres.get(k, j) + sign * mean.get(j));
    }

    private static double squaredShift(Matrix from, Matrix to) {
        double shift = to.minus(from).norm();
        return shift * shift;
    }

    /// The weighted sum and the total weight of the rows assigned to each centre.
    private final class ClusterSums {

        private final double[][] sums;
        private final double[] totals;
        private final int[] counts;

        private ClusterSums(int clusterCount) {
            sums = new double[clusterCount][x.columns()];
            totals = new double[clusterCount];
            counts = new int[clusterCount];
        }

        /// Assigns each row to the nearest centre; returns the inertia.
        private double assignRows(Matrix centres) {
            var search = new NearestCentres(centres, maxSquaredNorm);
            double[] inertia = {0};
            RowBlocks.centred(x, mean, (first, block) -> {
                search.find(block, first, assignments, squaredDistances);
                addRows(first, block);
                for (int i = 0; i < block.rows(); i++) {
                    inertia[0] += weights.get(first + i) * squaredDistances[first + i];
                    counts[assignments[first + i]]++;
                }
            });
            return inertia[0];
        }

        private void addRows(int first, DoubleView block) {
            for (int i = 0; i < block.rows(); i++) {
                double[] sum = sums[assignments[first + i]];
                double weight = weights.get(first + i);
                totals[assignments[first + i]] += weight;
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += weight * block.data()[i * sum.length + j];
                }
            }
        }

        /// The mean of the rows of each centre.
        private Matrix updatedCentres(Matrix centres) {
            boolean relocated = false;
            for (int k = 0; k < counts.length; k++) {
                relocated |= counts[k] == 0 && relocateEmptyCluster(k);
            }
            if (relocated) {
                Arrays.fill(totals, 0);
                for (double[] sum : sums) {
                    Arrays.fill(sum, 0);
                }
                RowBlocks.centred(x, mean, this::addRows);
            }
            return Matrix.from(
                    counts.length, x.columns(), (k, j) -> counts[k] == 0 ? centres.get(k, j) : sums[k][j] / totals[k]);
        }

        /// Moves centre k, which has no rows, to the row farthest from its own centre. Returns false if every
        /// row is at its centre.
        private boolean relocateEmptyCluster(int k) {
            int farthest = -1;
            for (int i = 0; i < squaredDistances.length; i++) {
                double largest = farthest < 0 ? 0 : squaredDistances[farthest];
                if (counts[assignments[i]] > 1 && squaredDistances[i] > largest) {
                    farthest = i;
                }
            }
            if (farthest < 0) {
                return false;
            }
            counts[assignments[farthest]]--;
            counts[k] = 1;
            assignments[farthest] = k;
            squaredDistances[farthest] = 0;
            return true;
        }
    }
}
