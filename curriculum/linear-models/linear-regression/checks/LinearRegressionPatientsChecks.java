package gradus.checks.linear_regression;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.classic.LinearRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.data.CsvTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// On real data: the penguins of the lesson, and the gate.
class LinearRegressionPatientsChecks {

    private static final int SPLITS = 20;

    @Test
    @DisplayName("342 penguins: a deeper beak means 192 g less, and 257 g more beside the species")
    @Clause({"least", "standard-errors"})
    void penguins() {
        var penguins = CsvTable.read("penguins");
        List<List<String>> rows = penguins.rows().stream()
                .filter(row -> !row.get(3).isEmpty() && !row.get(5).isEmpty())
                .toList();
        double[] grams =
                rows.stream().mapToDouble(row -> Double.parseDouble(row.get(5))).toArray();
        double[][] depth = rows.stream()
                .map(row -> new double[] {Double.parseDouble(row.get(3))})
                .toArray(double[][]::new);
        double[][] both = rows.stream()
                .map(row ->
                        new double[] {Double.parseDouble(row.get(3)), row.get(0).equals("Gentoo") ? 1 : 0})
                .toArray(double[][]::new);
        Plain alone = Plain.of(depth, grams);
        Plain beside = Plain.of(both, grams);
        calling("fit of 342 penguins by the depth of the beak: the coefficient and its standard error", () -> {
                    var model = Fits.fit(depth, grams);
                    return new double[] {
                        model.coefficients().get(0), model.standardErrors().get(0)
                    };
                })
                .gives(new double[] {alone.w()[0], alone.errors()[0]}, "192 g less per millimetre, give or take 19 g");
        calling("fit of 342 penguins by depth and species: the coefficients and the standard errors", () -> {
                    var model = Fits.fit(both, grams);
                    return new double[] {
                        model.coefficients().get(0),
                        model.coefficients().get(1),
                        model.standardErrors().get(0),
                        model.standardErrors().get(1)
                    };
                })
                .gives(
                        new double[] {beside.w()[0], beside.w()[1], beside.errors()[0], beside.errors()[1]},
                        "257 g more for each millimetre, give or take 18 g, and 2235 g more for a gentoo");
    }

    @Test
    @DisplayName("it explains a good part of how diabetes progresses in patients whom it hasn't seen")
    @Clause({"least", "intercept", "predict"})
    void patients() {
        double[][] rows = CsvTable.read("diabetes")
                .numericColumns("age", "sex", "bmi", "bp", "tc", "ldl", "hdl", "tch", "ltg", "glu", "progression");
        var random = new Random(Metric.seed(7));
        List<Split> splits = IntStream.range(0, SPLITS)
                .mapToObj(_ -> Split.draw(rows, random))
                .toList();
        double[] squares = new double[2];
        Metric.of("share of the differences between new patients that is explained (R², the mean of 20 splits)", () -> {
                    double sum = 0;
                    for (Split split : splits) {
                        double[] predicted = new LinearRegression()
                                .fit(Matrix.of(split.train()), Vector.of(split.known()))
                                .predict(Matrix.of(split.test()))
                                .toArray();
                        double mean = Arrays.stream(split.asked()).sum() / predicted.length;
                        double errors = 0;
                        double spread = 0;
                        for (int i = 0; i < predicted.length; i++) {
                            errors += Math.pow(split.asked()[i] - predicted[i], 2);
                            spread += Math.pow(split.asked()[i] - mean, 2);
                        }
                        squares[0] += errors / predicted.length / SPLITS;
                        squares[1] += spread / predicted.length / SPLITS;
                        sum += 1 - errors / spread;
                    }
                    return sum / SPLITS;
                })
                .atLeast(0.41, "the library reaches 0.48; one column alone 0.33, and without an intercept it's −3.5");
        Metric.of("points that the model is typically off by, on a scale from 25 to 346", () -> Math.sqrt(squares[0]))
                .recorded();
        Metric.of("points that the mean of all patients is off by", () -> Math.sqrt(squares[1]))
                .recorded();
    }

    /// Seven tenths of the patients to train on, the others to test, in units of the training rows' deviations.
    private record Split(double[][] train, double[] known, double[][] test, double[] asked) {

        static Split draw(double[][] rows, Random random) {
            double[][] shuffled = rows.clone();
            for (int i = shuffled.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                double[] kept = shuffled[i];
                shuffled[i] = shuffled[j];
                shuffled[j] = kept;
            }
            int count = (int) Math.round(0.7 * rows.length);
            int d = rows[0].length - 1;
            double[] means = new double[d];
            double[] deviations = new double[d];
            for (int j = 0; j < d; j++) {
                for (int i = 0; i < count; i++) {
                    means[j] += shuffled[i][j] / count;
                }
                for (int i = 0; i < count; i++) {
                    deviations[j] += Math.pow(shuffled[i][j] - means[j], 2) / count;
                }
                deviations[j] = Math.sqrt(deviations[j]);
            }
            double[][] features = Arrays.stream(shuffled)
                    .map(row -> IntStream.range(0, d)
                            .mapToDouble(j -> (row[j] - means[j]) / deviations[j])
                            .toArray())
                    .toArray(double[][]::new);
            double[] targets =
                    Arrays.stream(shuffled).mapToDouble(row -> row[d]).toArray();
            return new Split(
                    Arrays.copyOf(features, count),
                    Arrays.copyOf(targets, count),
                    Arrays.copyOfRange(features, count, features.length),
                    Arrays.copyOfRange(targets, count, targets.length));
        }
    }
}
