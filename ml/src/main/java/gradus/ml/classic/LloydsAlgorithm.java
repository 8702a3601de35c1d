package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;

/// Lloyd's algorithm for [KMeans]: assign each row to the nearest centre, move each centre to the mean of its
/// rows, repeat.
///
/// Rows and centres are shifted by the mean of all rows, which reduces cancellation when squares are
/// subtracted.
final class LloydsAlgorithm {

    private final Matrix x;
    private final Vector mean;
    private final double variance;
    private final double maxSquaredNorm;
    private final int[] assignments;
    /// The squared distance of each row from the centre it is assigned to.
    private final double[] squaredDistances;

    LloydsAlgorithm(Matrix x) {
        this.x = x;
        mean = Centred.means(x);
        assignments = new int[x.rows()];
        squaredDistances = new double[x.rows()];
        double[] squaredNorms = squaredNorms(x, mean);
        variance = Numerics.sum(squaredNorms) / x.rows() / x.columns();
        maxSquaredNorm = NearestCentres.max(squaredNorms);
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

    /// The sum and the number of the rows assigned to each centre.
    private final class ClusterSums {

        private final double[][] sums;
        private final int[] counts;

        private ClusterSums(int clusterCount) {
            sums = new double[clusterCount][x.columns()];
            counts = new int[clusterCount];
        }

        /// Assigns each row to the nearest centre; returns the inertia.
        private double assignRows(Matrix centres) {
            var search = new NearestCentres(centres, maxSquaredNorm);
            double[] inertia = {0};
            RowBlocks.centred(x, mean, (first, block) -> {
                search.find(block, first, assignments, squaredDistances);
                for (int i = 0; i < block.rows(); i++) {
                    inertia[0] += squaredDistances[first + i];
                    counts[assignments[first + i]]++;
                    add(sums[assignments[first + i]], block.data(), i * block.columns(), 1);
                }
            });
            return inertia[0];
        }

        /// The mean of the rows of each centre.
        private Matrix updatedCentres(Matrix centres) {
            for (int k = 0; k < counts.length; k++) {
                if (counts[k] == 0) {
                    relocateEmptyCluster(k);
                }
            }
            return Matrix.from(
                    counts.length, x.columns(), (k, j) -> counts[k] == 0 ? centres.get(k, j) : sums[k][j] / counts[k]);
        }

        /// Moves centre k, which has no rows, to the row farthest from its own centre, unless every row is at
        /// its centre.
        private void relocateEmptyCluster(int k) {
            int farthest = -1;
            for (int i = 0; i < squaredDistances.length; i++) {
                double largest = farthest < 0 ? 0 : squaredDistances[farthest];
                if (counts[assignments[i]] > 1 && squaredDistances[i] > largest) {
                    farthest = i;
                }
            }
            if (farthest < 0) {
                return;
            }
            double[] row = x.row(farthest).minus(mean).toArray();
            add(sums[assignments[farthest]], row, 0, -1);
            counts[assignments[farthest]]--;
            add(sums[k], row, 0, 1);
            counts[k] = 1;
            assignments[farthest] = k;
            squaredDistances[farthest] = 0;
        }

        private static void add(double[] sum, double[] values, int from, int sign) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += sign * values[from + j];
            }
        }
    }
}
