package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;

/// The two steps of [KMeans], over and over: each row to the nearest centre, each centre into the middle
/// of its rows.
///
/// Rows and centres are seen from the mean of all rows, so that few digits are lost where squares are
/// subtracted.
final class Lloyd {

    private final Matrix x;
    private final Vector middle;
    private final double variance;
    private final double longest;
    private final int[] nearest;
    /// The squared distance of each row from the centre it was given to.
    private final double[] distances;

    Lloyd(Matrix x) {
        this.x = x;
        middle = Centred.means(x);
        nearest = new int[x.rows()];
        distances = new double[x.rows()];
        double[] squares = squares(x, middle);
        variance = Numerics.sum(squares) / x.rows() / x.columns();
        longest = NearestCentres.max(squares);
    }

    /// The squared distance of each row from the middle, shape `(n)`.
    private static double[] squares(Matrix x, Vector middle) {
        double[] squares = new double[x.rows()];
        RowBlocks.centred(
                x,
                middle,
                (first, block) ->
                        System.arraycopy(NearestCentres.squaredLengths(block), 0, squares, first, block.rows()));
        return squares;
    }

    /// From these centres, shape `(k, d)`, until they rest.
    KMeans.Model run(Matrix start, int maxIterations, double tolerance) {
        Matrix centres = fromMiddle(start, -1);
        var inertias = new ArrayList<Double>();
        boolean rest = false;
        while (!rest && inertias.size() < maxIterations) {
            Groups groups = new Groups(centres.rows());
            inertias.add(groups.gather(centres));
            Matrix next = groups.means(centres);
            rest = squaredWay(centres, next) <= tolerance * variance;
            centres = next;
        }
        inertias.add(new Groups(centres.rows()).gather(centres));
        return new KMeans.Model(
                fromMiddle(centres, 1),
                Vector.of(inertias.stream().mapToDouble(Double::doubleValue).toArray()),
                rest);
    }

    /// The nearest of these centres for each row of `x`; of equally near ones, the first.
    static int[] assign(Matrix x, Matrix centres) {
        int[] labels = new int[x.rows()];
        double[] distances = new double[x.rows()];
        Vector middle = Centred.means(centres);
        var search = new NearestCentres(
                Matrix.from(centres.rows(), centres.columns(), (k, j) -> centres.get(k, j) - middle.get(j)),
                NearestCentres.max(squares(x, middle)));
        RowBlocks.centred(x, middle, (first, block) -> search.find(block, first, labels, distances));
        return labels;
    }

    private Matrix fromMiddle(Matrix centres, int direction) {
        return Matrix.from(centres.rows(), centres.columns(), (k, j) -> centres.get(k, j) + direction * middle.get(j));
    }

    private static double squaredWay(Matrix from, Matrix to) {
        double way = to.minus(from).norm();
        return way * way;
    }

    /// The rows of each centre, added up.
    private final class Groups {

        private final double[][] sums;
        private final int[] counts;

        private Groups(int count) {
            sums = new double[count][x.columns()];
            counts = new int[count];
        }

        /// Gives each row to the nearest centre; gives the inertia.
        private double gather(Matrix centres) {
            var search = new NearestCentres(centres, longest);
            double[] inertia = {0};
            RowBlocks.centred(x, middle, (first, block) -> {
                search.find(block, first, nearest, distances);
                for (int i = 0; i < block.rows(); i++) {
                    inertia[0] += distances[first + i];
                    counts[nearest[first + i]]++;
                    add(sums[nearest[first + i]], block.data(), i * block.columns(), 1);
                }
            });
            return inertia[0];
        }

        /// The middle of the rows of each centre.
        private Matrix means(Matrix centres) {
            for (int k = 0; k < counts.length; k++) {
                if (counts[k] == 0) {
                    adoptFarthest(k);
                }
            }
            return Matrix.from(
                    counts.length, x.columns(), (k, j) -> counts[k] == 0 ? centres.get(k, j) : sums[k][j] / counts[k]);
        }

        /// Gives to centre k, which has no rows, the one that is farthest from its own, if any is off its
        /// own.
        private void adoptFarthest(int k) {
            int farthest = -1;
            for (int i = 0; i < distances.length; i++) {
                double least = farthest < 0 ? 0 : distances[farthest];
                if (counts[nearest[i]] > 1 && distances[i] > least) {
                    farthest = i;
                }
            }
            if (farthest < 0) {
                return;
            }
            double[] row = x.row(farthest).minus(middle).toArray();
            add(sums[nearest[farthest]], row, 0, -1);
            counts[nearest[farthest]]--;
            add(sums[k], row, 0, 1);
            counts[k] = 1;
            nearest[farthest] = k;
            distances[farthest] = 0;
        }

        private static void add(double[] sum, double[] numbers, int from, int sign) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += sign * numbers[from + j];
            }
        }
    }
}
