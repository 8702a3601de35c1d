package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// The first centres of [KMeans]: k rows that lie far from each other (k-means++).
final class KMeansPlusPlus {

    private KMeansPlusPlus() {}

    /// `clusterCount` rows of `x`: the first is any, each further one is drawn with a probability in
    /// proportion to its squared distance from the nearest that was drawn. O(n·d·count).
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

    /// Whether every row is one that was drawn.
    private static boolean allZero(double[] distances) {
        for (double distance : distances) {
            if (distance > 0) {
                return false;
            }
        }
        return true;
    }
}
