package gradus.checks.framing_baselines;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.linalg.Vector;
import gradus.ml.score.RegressionMetrics;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for all targets and predictions.
class MetricLawChecks {

    private static final Gen<Double> NUMBERS = Gen.doubles(-8, 8);
    private static final Gen<double[][]> PAIRS = Gen.vectors(2, NUMBERS, 1, 8);
    private static final Gen<double[]> TARGETS = Gen.arrays(NUMBERS, 2, 9).filter(MetricLawChecks::vary);
    private static final Gen<double[][]> VARYING = Gen.vectors(2, NUMBERS, 2, 8).filter(pair -> vary(pair[0]));

    @Test
    @DisplayName("errors of opposite sign don't cancel")
    @Clause({"mae", "mse"})
    void errorsDoNotCancel() {
        forAll(Gen.doubles(1, 8)).cases(20).check(error -> {
            Vector actual = Vector.of(10, 10);
            Vector predicted = Vector.of(10 + error, 10 - error);
            String arguments = "(Vector.of(10, 10), Vector.of(" + (10 + error) + ", " + (10 - error) + "))";
            calling("meanAbsoluteError" + arguments, () -> RegressionMetrics.meanAbsoluteError(actual, predicted))
                    .gives(error, "both predictions are " + error + " off");
            calling("meanSquaredError" + arguments, () -> RegressionMetrics.meanSquaredError(actual, predicted))
                    .gives(error * error, "both squared errors are " + error * error);
        });
    }

    @Test
    @DisplayName("rows may come in any order, as long as targets and predictions stay together")
    @Clause({"mse", "mae", "rmse"})
    void orderDoesNotMatter() {
        forAll(PAIRS).check(pair -> {
            String why = "the same rows in reverse have the same errors";
            calling(
                            () -> call("meanSquaredError", reversed(pair[0]), reversed(pair[1])),
                            () -> RegressionMetrics.meanSquaredError(reversed(pair[0]), reversed(pair[1])))
                    .within(1e-9, 1e-12)
                    .gives(square(pair), why);
            calling(
                            () -> call("meanAbsoluteError", reversed(pair[0]), reversed(pair[1])),
                            () -> RegressionMetrics.meanAbsoluteError(reversed(pair[0]), reversed(pair[1])))
                    .within(1e-9, 1e-12)
                    .gives(absolute(pair), why);
            calling(
                            () -> call("rootMeanSquaredError", reversed(pair[0]), reversed(pair[1])),
                            () -> RegressionMetrics.rootMeanSquaredError(reversed(pair[0]), reversed(pair[1])))
                    .within(1e-9, 1e-9)
                    .gives(Math.sqrt(square(pair)), why);
        });
    }

    @Test
    @DisplayName("in grams instead of kilograms, MAE and RMSE are 1,000 times as large, and MSE a million times")
    @Clause({"mae", "rmse", "mse"})
    void unitsScale() {
        forAll(PAIRS).check(pair -> {
            Vector actual = Vector.of(pair[0]).times(1000);
            Vector predicted = Vector.of(pair[1]).times(1000);
            calling(
                            () -> call("meanAbsoluteError", actual, predicted),
                            () -> RegressionMetrics.meanAbsoluteError(actual, predicted))
                    .within(1e-9, 1e-9)
                    .gives(1000 * absolute(pair), "a mean absolute error has the unit of the target");
            calling(
                            () -> call("rootMeanSquaredError", actual, predicted),
                            () -> RegressionMetrics.rootMeanSquaredError(actual, predicted))
                    .within(1e-9, 1e-6)
                    .gives(1000 * Math.sqrt(square(pair)), "a root mean squared error has the unit of the target");
            calling(
                            () -> call("meanSquaredError", actual, predicted),
                            () -> RegressionMetrics.meanSquaredError(actual, predicted))
                    .within(1e-9, 1e-6)
                    .gives(1e6 * square(pair), "a mean squared error has the square of the target's unit");
        });
    }

    @Test
    @DisplayName("the MAE is never above the RMSE, and the RMSE never above the largest error")
    @Clause({"mae", "rmse"})
    void errorsAreOrdered() {
        forAll(PAIRS).check(pair -> {
            Vector actual = Vector.of(pair[0]);
            Vector predicted = Vector.of(pair[1]);
            double root = calling(
                            () -> call("rootMeanSquaredError", actual, predicted),
                            () -> RegressionMetrics.rootMeanSquaredError(actual, predicted))
                    .satisfies(
                            value -> value <= largest(pair) * (1 + 1e-9),
                            "at most the largest error, " + largest(pair),
                            "a mean lies between the smallest and the largest");
            calling(
                            () -> call("meanAbsoluteError", actual, predicted),
                            () -> RegressionMetrics.meanAbsoluteError(actual, predicted))
                    .satisfies(
                            value -> value <= root * (1 + 1e-9) + 1e-12,
                            "at most the RMSE of the same predictions, " + root,
                            "squares give large errors more weight");
        });
    }

    @Test
    @DisplayName("the mean squared error of two weeks is the mean of both weeks' errors; for the RMSE that's not so")
    @Clause({"mse", "rmse"})
    void weeksCombine() {
        Gen<double[][]> twoWeeks = Gen.vectors(4, NUMBERS, 1, 5);
        forAll(twoWeeks).check(rows -> {
            Vector actual = joined(rows[0], rows[1]);
            Vector predicted = joined(rows[2], rows[3]);
            double first = square(new double[][] {rows[0], rows[2]});
            double second = square(new double[][] {rows[1], rows[3]});
            calling(
                            () -> call("meanSquaredError", actual, predicted),
                            () -> RegressionMetrics.meanSquaredError(actual, predicted))
                    .within(1e-9, 1e-12)
                    .gives((first + second) / 2, "the halves have " + first + " and " + second);
            calling(
                            () -> call("rootMeanSquaredError", actual, predicted),
                            () -> RegressionMetrics.rootMeanSquaredError(actual, predicted))
                    .within(1e-9, 1e-9)
                    .gives(Math.sqrt((first + second) / 2), "one root, after the mean of all squares");
        });
    }

    @Test
    @DisplayName("always predicting the mean of the targets has an R² of 0")
    @Clause("r2")
    void theMeanExplainsNothing() {
        forAll(TARGETS).check(targets -> {
            double mean = Arrays.stream(targets).sum() / targets.length;
            Vector constant = constant(mean, targets.length);
            calling(
                            () -> call("r2", Vector.of(targets), constant),
                            () -> RegressionMetrics.r2(Vector.of(targets), constant))
                    .within(0, 1e-9)
                    .gives(0.0, "both sums of squares are the same");
        });
    }

    @Test
    @DisplayName("R² is 1 for perfect predictions, and −3 for errors twice as large as those of the mean")
    @Clause("r2")
    void r2HasNoLowerBound() {
        forAll(TARGETS).check(targets -> {
            Vector actual = Vector.of(targets);
            double mean = Arrays.stream(targets).sum() / targets.length;
            calling(() -> call("r2", actual, actual), () -> RegressionMetrics.r2(actual, actual))
                    .within(0, 1e-9)
                    .gives(1.0, "there's no error");
            Vector mirrored = constant(2 * mean, targets.length).minus(actual);
            calling(() -> call("r2", actual, mirrored), () -> RegressionMetrics.r2(actual, mirrored))
                    .within(0, 4e-9)
                    .gives(-3.0, "every error is twice that of the mean, so the sum of squares is 4 times as large");
        });
    }

    @Test
    @DisplayName("R² doesn't depend on the unit, nor on where its zero is")
    @Clause("r2")
    void r2HasNoUnit() {
        forAll(VARYING).check(pair -> {
            double expected = rSquared(pair);
            for (double[] change : new double[][] {{1, 0}, {-2, 0}, {1, 30}, {0.5, -7}}) {
                Vector actual = changed(pair[0], change);
                Vector predicted = changed(pair[1], change);
                calling(() -> call("r2", actual, predicted), () -> RegressionMetrics.r2(actual, predicted))
                        .within(0, 1e-9 * (1 + Math.abs(expected)) * conditioning(pair))
                        .gives(
                                expected,
                                "as for the targets " + JavaLiterals.elements(pair[0]) + " and the predictions "
                                        + JavaLiterals.elements(pair[1]) + ", only in another unit");
            }
        });
    }

    @Test
    @DisplayName("no constant has a smaller MSE than the mean, and none a smaller MAE than the median")
    @Clause({"mse", "mae"})
    void bestConstants() {
        forAll(Gen.pairs(TARGETS, NUMBERS)).check(pair -> {
            double[] targets = pair.first();
            Vector actual = Vector.of(targets);
            double[] sorted = targets.clone();
            Arrays.sort(sorted);
            double mean = Arrays.stream(targets).sum() / targets.length;
            double median = sorted[targets.length / 2];
            Vector other = constant(pair.second(), targets.length);
            double leastSquare = square(
                    new double[][] {targets, constant(mean, targets.length).toArray()});
            double gap = pair.second() - mean;
            calling(
                            () -> call("meanSquaredError", actual, other),
                            () -> RegressionMetrics.meanSquaredError(actual, other))
                    .within(1e-9, 1e-9)
                    .gives(
                            leastSquare + gap * gap,
                            "the mean, " + mean + ", has " + leastSquare + ", and " + pair.second() + " is " + gap
                                    + " away from it");
            double leastAbsolute = absolute(
                    new double[][] {targets, constant(median, targets.length).toArray()});
            calling(
                            () -> call("meanAbsoluteError", actual, other),
                            () -> RegressionMetrics.meanAbsoluteError(actual, other))
                    .satisfies(
                            value -> value >= leastAbsolute - 1e-9,
                            "at least " + leastAbsolute + ", that of the median " + median,
                            "no constant has a smaller one");
        });
    }

    static Vector constant(double value, int size) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return Vector.of(values);
    }

    static double rSquared(double[][] pair) {
        double mean = Arrays.stream(pair[0]).sum() / pair[0].length;
        double errors = 0;
        double deviations = 0;
        for (int row = 0; row < pair[0].length; row++) {
            errors += (pair[0][row] - pair[1][row]) * (pair[0][row] - pair[1][row]);
            deviations += (pair[0][row] - mean) * (pair[0][row] - mean);
        }
        return 1 - errors / deviations;
    }

    static double square(double[][] pair) {
        double sum = 0;
        for (int row = 0; row < pair[0].length; row++) {
            sum += (pair[0][row] - pair[1][row]) * (pair[0][row] - pair[1][row]);
        }
        return sum / pair[0].length;
    }

    static double absolute(double[][] pair) {
        double sum = 0;
        for (int row = 0; row < pair[0].length; row++) {
            sum += Math.abs(pair[0][row] - pair[1][row]);
        }
        return sum / pair[0].length;
    }

    static boolean vary(double[] targets) {
        return Arrays.stream(targets).max().orElse(0)
                        - Arrays.stream(targets).min().orElse(0)
                > 0.01;
    }

    /// How much larger than their spread the numbers are, at least 1: rounding them costs that much.
    private static double conditioning(double[][] pair) {
        double spread = Arrays.stream(pair[0]).max().orElse(0)
                - Arrays.stream(pair[0]).min().orElse(0);
        return Math.max(1, 8 / spread);
    }

    private static double largest(double[][] pair) {
        double largest = 0;
        for (int row = 0; row < pair[0].length; row++) {
            largest = Math.max(largest, Math.abs(pair[0][row] - pair[1][row]));
        }
        return largest;
    }

    private static Vector changed(double[] x, double[] change) {
        return Vector.of(
                Arrays.stream(x).map(value -> change[0] * value + change[1]).toArray());
    }

    private static Vector joined(double[] first, double[] second) {
        double[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return Vector.of(both);
    }

    private static Vector reversed(double[] x) {
        double[] reversed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            reversed[i] = x[x.length - 1 - i];
        }
        return Vector.of(reversed);
    }

    private static String call(String metric, Vector actual, Vector predicted) {
        return metric + "(Vector.of(" + JavaLiterals.elements(actual.toArray()) + "), Vector.of("
                + JavaLiterals.elements(predicted.toArray()) + "))";
    }
}
