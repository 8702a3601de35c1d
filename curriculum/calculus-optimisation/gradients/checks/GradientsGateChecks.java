package gradus.checks.gradients;

import gradus.ml.calculus.Gradient;
import gradus.ml.linalg.Vector;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Gradients of straight-line models, right ones and wrong ones.
class GradientsGateChecks {

    private static final double TOLERANCE = 1e-6;
    private static final int ROWS = 12;
    private static final int WEIGHTS = 4;
    private static final int MODELS_PER_BUG = 10;

    /// The mean squared error of a linear model with the last weight as its intercept, times a unit.
    private record Model(double[][] rows, double[] targets, double unit) {

        static Model random(Random random, double unit) {
            double[][] rows = new double[ROWS][WEIGHTS];
            double[] targets = new double[ROWS];
            for (int r = 0; r < ROWS; r++) {
                for (int c = 0; c < WEIGHTS - 1; c++) {
                    rows[r][c] = random.nextGaussian();
                }
                rows[r][WEIGHTS - 1] = 1;
                targets[r] = 3 * random.nextGaussian();
            }
            return new Model(rows, targets, unit);
        }

        double error(int row, double[] weights) {
            double sum = -targets[row];
            for (int c = 0; c < WEIGHTS; c++) {
                sum += rows[row][c] * weights[c];
            }
            return sum;
        }

        double loss(Vector weights) {
            double sum = 0;
            for (int r = 0; r < ROWS; r++) {
                double error = error(r, weights.toArray());
                sum += error * error;
            }
            return unit * sum / ROWS;
        }

        /// The gradient of the sum over the rows from `first` on, divided by `divisor`.
        double[] gradient(Vector weights, int first, double divisor) {
            double[] gradient = new double[WEIGHTS];
            for (int r = first; r < ROWS; r++) {
                double error = error(r, weights.toArray());
                for (int c = 0; c < WEIGHTS; c++) {
                    gradient[c] += unit * 2 * error * rows[r][c] / divisor;
                }
            }
            return gradient;
        }

        /// The bugs, from the obvious to the subtle.
        double[] wrong(int bug, Vector weights) {
            double[] right = gradient(weights, 0, ROWS);
            return switch (bug) {
                case 0 -> changed(right, 2, -right[2]);
                case 1 -> gradient(weights, 0, 1);
                case 2 -> gradient(weights, 0, 2.0 * ROWS);
                case 3 -> gradient(weights, 1, ROWS);
                case 4 -> gradient(weights, 0, ROWS - 1);
                case 5 -> changed(right, WEIGHTS - 1, 0);
                case 6 -> changed(changed(right, 0, right[1]), 1, right[0]);
                default -> changed(right, 1, 1.01 * right[1]);
            };
        }

        private static double[] changed(double[] gradient, int index, double value) {
            double[] copy = gradient.clone();
            copy[index] = value;
            return copy;
        }
    }

    /// The gate. With the seeds 0 to 9 the reference finds 8 of 8, with 0 false alarms.
    @Test
    @DisplayName("your check finds 8 of 8 planted bugs, and raises no false alarm on 50 right gradients")
    @Clause({"relative-error", "no-error"})
    void findsThePlantedBugs() {
        var random = new Random(Metric.seed(11));
        double found = Metric.of("planted bugs found, of 8", () -> {
                    double count = 0;
                    for (int bug = 0; bug < 8; bug++) {
                        count += foundInEveryModel(bug, random) ? 1 : 0;
                    }
                    return count;
                })
                .atLeast(8, "a wrong sign, a missing mean, a forgotten row: each is off by far more than 1e-6");
        double alarms = Metric.of("false alarms on 50 right gradients", () -> {
                    double count = 0;
                    for (int i = 0; i < 50; i++) {
                        // Seven powers of ten, as if the loss had been measured in other units.
                        Model model = Model.random(random, Math.pow(10, i % 7 - 3));
                        count += accepts(model, w -> Vector.of(model.gradient(w, 0, ROWS)), random) ? 0 : 1;
                    }
                    return count;
                })
                .atMost(0, "a right gradient agrees with the differences to 1e-6, in any unit");
        IO.println("Your check found " + Math.round(found) + " of 8 planted bugs, and raised " + Math.round(alarms)
                + " false alarms on 50 right gradients.");
    }

    private static boolean foundInEveryModel(int bug, Random random) {
        for (int i = 0; i < MODELS_PER_BUG; i++) {
            Model model = Model.random(random, Math.pow(10, i % 7 - 3));
            if (accepts(model, w -> Vector.of(model.wrong(bug, w)), random)) {
                return false;
            }
        }
        return true;
    }

    private static boolean accepts(Model model, UnaryOperator<Vector> gradient, Random random) {
        double[] weights = new double[WEIGHTS];
        for (int c = 0; c < WEIGHTS; c++) {
            weights[c] = random.nextGaussian();
        }
        return Gradient.check(model::loss, gradient, Vector.of(weights)).isWithin(TOLERANCE);
    }
}
