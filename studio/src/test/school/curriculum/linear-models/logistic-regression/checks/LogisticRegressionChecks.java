package gradus.checks.logistic_regression;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;
import static gradus.proctor.assertions.GradientAssertion.gradient;

import gradus.ml.classic.LogisticLoss;
import gradus.ml.classic.LogisticRegression;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogisticRegressionChecks {

    @Test
    @DisplayName("the loss is the mean of −log of the probability of the true class")
    @Clause("value")
    void lossByHand() {
        LogisticLoss loss = LogisticLoss.of(column(1, 1), new int[] {1, 0}, 0);
        Vector weights = Vector.of(Math.log(3), 0);
        calling(
                        "LogisticLoss.of(Matrix.of({1}, {1}), {1, 0}, 0).evaluate(Vector.of(Math.log(3), 0)).value()",
                        () -> loss.evaluate(weights).value())
                .gives(
                        (Math.log(4.0 / 3) + Math.log(4)) / 2,
                        "the true classes have the probabilities 3/4 and 1/4, and the loss is a mean");
    }

    @Test
    @DisplayName("the last weight is the intercept")
    @Clause("weights")
    void interceptIsLast() {
        LogisticLoss loss = LogisticLoss.of(column(0), new int[] {1}, 0);
        calling(
                        "LogisticLoss.of(Matrix.of({0}), {1}, 0).evaluate(Vector.of(5, Math.log(3))).value()",
                        () -> loss.evaluate(Vector.of(5, Math.log(3))).value())
                .gives(Math.log(4.0 / 3), "the feature is 0, so the log-odds are the intercept, log 3");
    }

    @Test
    @DisplayName("the penalty applies to the weights of the features, not to the intercept")
    @Clause({"value", "gradient"})
    void interceptIsNotPenalised() {
        LogisticLoss loss = LogisticLoss.of(column(0, 0), new int[] {1, 0}, 6);
        String call = "LogisticLoss.of(Matrix.of({0}, {0}), {1, 0}, 6).evaluate(Vector.of(2, Math.log(3)))";
        Vector weights = Vector.of(2, Math.log(3));
        calling(call + ".value()", () -> loss.evaluate(weights).value())
                .gives(
                        (Math.log(4.0 / 3) + Math.log(4)) / 2 + 6,
                        "penalty/2·‖w‖²/n = 6/2·2²/2 = 6, and the intercept adds nothing to it");
        calling(call + ".gradient()", () -> loss.evaluate(weights).gradient().toArray())
                .gives(new double[] {6, 0.25}, "penalty·w/n = 6·2/2; for the intercept (3/4 − 1 + 3/4)/2 only");
    }

    @Test
    @DisplayName("the loss agrees with its formula for three features")
    @Clause({"value", "shapes", "accuracy"})
    void lossForThreeFeatures() {
        var data = new Data(20, 3, 1);
        Vector weights = Vector.of(0.5, -1, 2, 0.25);
        calling(
                        "loss.evaluate(weights).value() for 20 rows of 3 features and a penalty of 0.7",
                        () -> data.loss(0.7).evaluate(weights).value())
                .gives(
                        data.expectedLoss(weights.toArray(), 0.7),
                        "the mean of −log p(true class), plus penalty/2·‖w‖²/n");
    }

    @Test
    @DisplayName("the gradient agrees with central differences")
    @Clause("gradient")
    void gradientByDifferences() {
        LogisticLoss loss = new Data(20, 3, 2).loss(0.7);
        gradient(
                        "loss.evaluate({0.5, -1, 2, 0.25}).gradient()",
                        at -> loss.evaluate(Vector.of(at)).value(),
                        at -> loss.evaluate(Vector.of(at)).gradient().toArray())
                .agreesAt(
                        new double[] {0.5, -1, 2, 0.25},
                        "the gradient is the derivative of the loss by each weight, the intercept last");
    }

    @Test
    @DisplayName("the loss and its gradient are finite at log-odds of 1000 and −1000")
    @Clause("range")
    void lossIsStable() {
        LogisticLoss loss = LogisticLoss.of(column(1, 1), new int[] {1, 0}, 0);
        for (double z : new double[] {1000, -1000}) {
            String call = "LogisticLoss.of(Matrix.of({1}, {1}), {1, 0}, 0).evaluate(Vector.of(" + z + ", 0))";
            Vector weights = Vector.of(z, 0);
            calling(call + ".value()", () -> loss.evaluate(weights).value())
                    .gives(500.0, "one row's loss is 1000 and the other's is 0");
            double half = z > 0 ? 0.5 : -0.5;
            calling(
                            call + ".gradient()",
                            () -> loss.evaluate(weights).gradient().toArray())
                    .gives(new double[] {half, half}, "p − y is 0 for one row and ±1 for the other");
        }
    }

    @Test
    @DisplayName("the evaluation keeps the weights, and has one derivative for each")
    @Clause({"weights", "gradient"})
    void evaluationKeepsTheWeights() {
        var data = new Data(5, 2, 3);
        Vector weights = Vector.of(1, -2, 0.5);
        calling(
                        "loss.evaluate(Vector.of(1, -2, 0.5)).x()",
                        () -> data.loss(1).evaluate(weights).x().toArray())
                .gives(new double[] {1, -2, 0.5}, "x is the point at which the loss was evaluated");
        calling(
                        "loss.evaluate(Vector.of(1, -2, 0.5)).gradient().size()",
                        () -> data.loss(1).evaluate(weights).gradient().size())
                .gives(3, "two features and the intercept");
    }

    @Test
    @DisplayName("column k holds the probability of class k, whatever the labels are")
    @Clause({"probabilities", "accuracy"})
    void columnsFollowTheClasses() {
        var model = new LogisticRegression.Model(List.of(-7, 40), Vector.of(2, -1), 0.5, Vector.of());
        Matrix x = Matrix.of(new double[][] {{1, 0}, {0, 3}, {-2, 1}});
        double[] logOdds = {2.5, -2.5, -4.5};
        double[][] expected = Arrays.stream(logOdds)
                .mapToObj(z -> new double[] {1 / (1 + Math.exp(z)), 1 / (1 + Math.exp(-z))})
                .toArray(double[][]::new);
        calling(
                        "model.probabilities(Matrix.of({1, 0}, {0, 3}, {-2, 1})) with w = (2, -1) and b = 0.5",
                        () -> model.probabilities(x).toArray())
                .gives(expected, "the log-odds of the second class, 40, are 2.5, −2.5 and −4.5");
        calling("model.predict(Matrix.of({1, 0}, {0, 3}, {-2, 1}))", () -> model.predict(x))
                .gives(new int[] {40, -7, -7}, "40 is more probable where the log-odds are positive");
    }

    @Test
    @DisplayName("every row of probabilities sums to 1")
    @Clause("probabilities")
    void rowsSumToOne() {
        var random = new Random(4);
        double[][] rows = new double[50][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {10 * random.nextGaussian(), 10 * random.nextGaussian()};
        }
        var model = new LogisticRegression.Model(List.of(0, 1), Vector.of(1, -0.5), 0.25, Vector.of());
        double[][] probabilities = calling(
                        "model.probabilities(x) for 50 rows",
                        () -> model.probabilities(Matrix.of(rows)).toArray())
                .satisfies(p -> p.length == 50 && p[0].length == 2, "50 rows and 2 columns", "one column per class");
        for (double[] row : probabilities) {
            that(
                    Math.abs(row[0] + row[1] - 1) <= 1e-12 && row[0] >= 0 && row[1] >= 0,
                    "a row of model.probabilities(x)",
                    "two probabilities that sum to 1",
                    row,
                    "every row belongs to one class or the other");
        }
    }

    @Test
    @DisplayName("at log-odds of 1000 and −1000, the probabilities are exactly 0 and 1")
    @Clause("range")
    void probabilitiesAreStable() {
        var model = new LogisticRegression.Model(List.of(0, 1), Vector.of(1000), 0, Vector.of());
        calling(
                        "model.probabilities(Matrix.of({1}, {-1})) with log-odds 1000 and −1000",
                        () -> model.probabilities(column(1, -1)).toArray())
                .within(0, 0)
                .gives(new double[][] {{0, 1}, {1, 0}}, "e⁻¹⁰⁰⁰ is far below the smallest double, so it rounds to 0");
    }

    @Test
    @DisplayName("fit finds the minimum of your loss")
    @Clause("gradient")
    void fitFindsTheMinimum() {
        var data = new Data(60, 2, 5);
        double penalty = 0.5;
        LogisticRegression.Model model = calling(
                        "new LogisticRegression(0.5).fit(x, labels) for 60 rows of 2 features",
                        () -> new LogisticRegression(penalty).fit(Matrix.of(data.rows), data.classes))
                .result();
        double[] weights = Arrays.copyOf(model.coefficients().toArray(), 3);
        weights[2] = model.intercept();
        double[] slope = data.expectedGradient(weights, penalty);
        that(
                Arrays.stream(slope).allMatch(g -> Math.abs(g) < 1e-6),
                "the exact gradient at the weights that fit returned",
                "nearly 0 in every component",
                slope,
                "at a minimum, the gradient is 0");
    }

    private static Matrix column(double... values) {
        return Matrix.of(values.length, 1, values);
    }

    /// Random rows, whose class mostly follows the sign of the first feature, and the formulas again.
    private static final class Data {

        final double[][] rows;
        final int[] classes;

        Data(int n, int d, long seed) {
            var random = new Random(seed);
            rows = new double[n][d];
            classes = new int[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    rows[i][j] = random.nextGaussian();
                }
                classes[i] = rows[i][0] + random.nextGaussian() > 0 ? 1 : 0;
            }
        }

        LogisticLoss loss(double penalty) {
            return LogisticLoss.of(Matrix.of(rows), classes, penalty);
        }

        /// The probability of the second class for row `i`; exact enough, as the log-odds are small here.
        private double probability(int i, double[] weights) {
            double z = weights[rows[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                z += weights[j] * rows[i][j];
            }
            return 1 / (1 + Math.exp(-z));
        }

        double expectedLoss(double[] weights, double penalty) {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                double p = probability(i, weights);
                sum -= Math.log(classes[i] == 1 ? p : 1 - p);
            }
            for (int j = 0; j < weights.length - 1; j++) {
                sum += penalty / 2 * weights[j] * weights[j];
            }
            return sum / rows.length;
        }

        double[] expectedGradient(double[] weights, double penalty) {
            double[] sums = new double[weights.length];
            for (int i = 0; i < rows.length; i++) {
                double error = probability(i, weights) - classes[i];
                for (int j = 0; j < weights.length - 1; j++) {
                    sums[j] += error * rows[i][j];
                }
                sums[weights.length - 1] += error;
            }
            for (int j = 0; j < weights.length - 1; j++) {
                sums[j] += penalty * weights[j];
            }
            return Arrays.stream(sums).map(sum -> sum / rows.length).toArray();
        }
    }
}
