package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// k-means++ initialisation for [KMeans]: k rows that are likely to be far apart.
final class KMeansPlusPlus {

    private KMeansPlusPlus() {}

    /// Draws `clusterCount` (k) rows of `x`: the first uniformly, each further one with a probability
    /// proportional to its squared distance from the nearest row drawn so far. O(n·d·k).
    static Matrix initialCentres(Matrix x, int clusterCount, Rng rng) {
        int[] chosenRows = new int[clusterCount];
        double[] distances = new double[x.rows()];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int k = 0; k < clusterCount; k++) {
            chosenRows[k] = k == 0 || allZero(distances) ? rng.nextInt(x.rows()) : rng.choice(distances);
            updateDistances(distances, x, chosenRows[k]);
        }
        return x.selectRows(chosenRows);
    }

    private static void updateDistances(double[] distances, Matrix x, int drawn) {
        double[] centre = x.row(drawn).toArray();
        double[] row = new double[centre.length];
        for (int i = 0; i < distances.length; i++) {
            x.copyRow(i, row);
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                double difference = row[j] - centre[j];
                sum += difference * difference;
            }
            distances[i] = Math.min(distances[i], sum);
        }
    }

    /// Whether every row coincides with a row drawn already.
    private static boolean allZero(double[] distances) {
        for (double distance : distances) {
            if (distance > 0) {
                return false;
            }
        }
        return true;
    }
}
