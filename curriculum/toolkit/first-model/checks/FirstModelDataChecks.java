package gradus.checks.first_model;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.NearestNeighbour;
import gradus.proctor.assertions.Clause;
import gradus.proctor.data.CsvTable;
import gradus.proctor.format.ValueFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Many rows: random ones, then real ones.
class FirstModelDataChecks {

    @Test
    @DisplayName("nearest finds the nearest row in 200 random training sets")
    @Clause({"nearest-row", "shapes"})
    void randomClouds() {
        for (int seed = 0; seed < 200; seed++) {
            var cloud = Cloud.of(seed, 1 + seed / 8, 1 + seed % 6);
            int expected = cloud.nearest();
            String call = "nearest(" + ValueFormatter.format(cloud.rows()) + ", " + ValueFormatter.format(cloud.query())
                    + ")";
            calling(call, () -> NearestNeighbour.nearest(cloud.rows(), cloud.query()))
                    .gives(expected, "its squared distance, " + cloud.squaredDistance(expected) + ", is the smallest");
        }
    }

    @Test
    @DisplayName("reordering the rows does not change the prediction")
    @Clause("nearest-row")
    void theOrderOfTheRowsDoesNotMatter() {
        for (int seed = 0; seed < 50; seed++) {
            var cloud = Cloud.of(seed, 2 + seed / 5, 1 + seed % 4);
            int[] shuffle = permutation(cloud.rows().length, seed);
            double[][] rows =
                    Arrays.stream(shuffle).mapToObj(i -> cloud.rows()[i]).toArray(double[][]::new);
            int[] labels = Arrays.stream(shuffle).map(i -> cloud.labels()[i]).toArray();
            int expected = calling(
                            predictionFor(cloud.rows(), cloud.labels(), cloud.query()),
                            () -> NearestNeighbour.predict(cloud.rows(), cloud.labels(), cloud.query()))
                    .result();
            calling(
                            predictionFor(rows, labels, cloud.query()),
                            () -> NearestNeighbour.predict(rows, labels, cloud.query()))
                    .gives(expected, "that was the answer for the same rows and labels in another order");
        }
    }

    @Test
    @DisplayName("each training row gets its own label back")
    @Clause("label")
    void trainingRowsAreRemembered() {
        for (int seed = 0; seed < 20; seed++) {
            var cloud = Cloud.of(seed, 1 + seed, 3);
            for (int i = 0; i < cloud.rows().length; i++) {
                double[] query = cloud.rows()[i].clone();
                calling(
                                predictionFor(cloud.rows(), cloud.labels(), query),
                                () -> NearestNeighbour.predict(cloud.rows(), cloud.labels(), query))
                        .gives(cloud.labels()[i], "the query is row " + i + " itself, at distance 0");
            }
        }
    }

    /// The gate. The reference names 44 of the 45 flowers (accuracy 0.978). Without the last feature it names
    /// 40 (0.889), with one centroid per species 38 (0.844). Over the shuffles of seeds 0 to 999, the
    /// reference has a mean accuracy of 0.956 and a minimum of 0.889. One split says little, so we chose one
    /// that tells right from wrong.
    @Test
    @DisplayName("the accuracy on a test set of 45 irises is at least 90 %")
    @Clause({"nearest-row", "label"})
    void namesIrises() {
        var iris = CsvTable.read("iris");
        double[][] flowers =
                iris.numericColumns("sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm");
        var species = List.of("setosa", "versicolor", "virginica");
        int[] names =
                iris.stringColumn("species").stream().mapToInt(species::indexOf).toArray();
        int[] shuffle = permutation(150, 274);
        int[] train = Arrays.copyOf(shuffle, 105);
        int[] test = Arrays.copyOfRange(shuffle, 105, 150);
        double[][] rows = Arrays.stream(train).mapToObj(i -> flowers[i]).toArray(double[][]::new);
        int[] labels = Arrays.stream(train).map(i -> names[i]).toArray();
        calling("the accuracy on 45 test irises, from a training set of 105 others", () -> {
                    long right = Arrays.stream(test)
                            .filter(i -> NearestNeighbour.predict(rows, labels, flowers[i]) == names[i])
                            .count();
                    return right / 45.0;
                })
                .satisfies(share -> share >= 0.90, "at least 0.90", "1-nearest-neighbour names 44 of the 45 correctly");
    }

    private static String predictionFor(double[][] rows, int[] labels, double[] query) {
        return "predict(" + ValueFormatter.format(rows) + ", " + ValueFormatter.format(labels) + ", "
                + ValueFormatter.format(query) + ")";
    }

    /// Rows of whole numbers, no two of them equally far from the query, so that rounding and ties decide
    /// nothing.
    private record Cloud(double[][] rows, int[] labels, double[] query) {

        static Cloud of(int seed, int n, int d) {
            var random = new Random(seed);
            while (true) {
                double[][] rows = new double[n][];
                for (int i = 0; i < n; i++) {
                    rows[i] = whole(random, d);
                }
                var cloud = new Cloud(rows, random.ints(n, 0, 3).toArray(), whole(random, d));
                if (cloud.distances().distinct().count() == n) {
                    return cloud;
                }
            }
        }

        int nearest() {
            return IntStream.range(0, rows.length)
                    .boxed()
                    .min(Comparator.comparingLong(this::squaredDistance))
                    .orElseThrow();
        }

        long squaredDistance(int i) {
            long sum = 0;
            for (int j = 0; j < query.length; j++) {
                sum += Math.round(Math.pow(Math.abs(rows[i][j] - query[j]), 2));
            }
            return sum;
        }

        private LongStream distances() {
            return IntStream.range(0, rows.length).mapToLong(this::squaredDistance);
        }

        private static double[] whole(Random random, int d) {
            return random.ints(d, -99, 100).asDoubleStream().toArray();
        }
    }

    /// The numbers 0 to n - 1 in an order that `seed` decides (Fisher and Yates).
    private static int[] permutation(int n, long seed) {
        var random = new Random(seed);
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
