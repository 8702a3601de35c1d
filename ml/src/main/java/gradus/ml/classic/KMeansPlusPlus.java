package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// k-means++ initialisation for [KMeans]: k rows that are likely to be far apart.
final class KMeansPlusPlus {

    private KMeansPlusPlus() {}

    /// Draws `clusterCount` (k) rows: the first with a probability proportional to its weight, each further
    /// one with a probability proportional to its weight times its squared distance from the nearest row
    /// drawn so far. O(n·d·k).
    ///
    /// @throws IllegalArgumentException if there are fewer than k distinct rows
    static Matrix initialCentres(WeightedRows rows, int clusterCount, Rng rng) {
        int[] chosenRows = new int[clusterCount];
        double[] distances = new double[rows.x().rows()];
        Arrays.fill(distances, 1);
        for (int k = 0; k < clusterCount; k++) {
            double largest = NearestCentres.max(distances);
            if (largest == 0) {
                throw new IllegalArgumentException("cannot form " + clusterCount + " clusters from rows of which only "
                        + k + " are distinct; use at most " + k + " clusters");
            }
            double[] probabilities = new double[distances.length];
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = distances[i] / largest * rows.weights().get(i);
            }
            chosenRows[k] = rng.choice(probabilities);
            if (k == 0) {
                Arrays.fill(distances, Double.POSITIVE_INFINITY);
            }
            updateDistances(distances, rows.x(), chosenRows[k]);
        }
        return rows.x().selectRows(chosenRows);
    }

    private static void updateDistances(double[] distances, Matrix x, int drawn) {
        double[] centre = x.row(drawn).toArray();
        double[] row = new double[centre.length];
        for (int i = 0; i < distances.length; i++) {
            x.copyRow(i, row, 0);
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                double difference = row[j] - centre[j];
                sum += difference * difference;
            }
            distances[i] = Math.min(distances[i], sum);
        }
    }
}
