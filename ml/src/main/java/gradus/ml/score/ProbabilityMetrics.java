package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.List;

/// How good predicted probabilities are. Both scores are proper: nobody does better on average than by
/// saying the probability that is true.
///
/// Of two classes, `probabilities` is the probability of the positive one, shape `(n)`; of K classes it
/// has shape `(n, K)`, column k for class k of `classes`, and each row adds up to 1. Every score costs
/// O(n·K).
public final class ProbabilityMetrics {

    /// By how much a row may miss the sum of 1.
    private static final double SUM_TOLERANCE = 1e-6;

    private ProbabilityMetrics() {}

    /// The mean of `-ln p`, p being the probability that the class that came was given; 0 is best, and
    /// infinity the price of having called impossible what came.
    ///
    /// Source: I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society B 14 (1952),
    /// 107–114.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as probabilities, or one is not
    ///     from 0 to 1
    public static double logLoss(boolean[] positive, Vector probabilities) {
        require(positive, probabilities);
        double[] losses = new double[positive.length];
        for (int row = 0; row < losses.length; row++) {
            double p = probabilities.get(row);
            losses[row] = positive[row] ? -Math.log(p) : -Math.log1p(-p);
        }
        return Numerics.sum(losses) / losses.length;
    }

    /// The same of K classes.
    ///
    /// @throws IllegalArgumentException if shapes do not fit, a label is none of the classes, or a row is
    ///     no distribution
    public static double logLoss(int[] actual, Matrix probabilities, List<Integer> classes) {
        require(actual, probabilities, classes);
        double[] losses = new double[actual.length];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = -Math.log(probabilities.get(row, classes.indexOf(actual[row])));
        }
        return Numerics.sum(losses) / losses.length;
    }

    /// The mean squared difference between the probability and what came, 1 or 0; 0 is best, 0.25 is what
    /// always saying one half gets.
    ///
    /// Source: G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly
    /// Weather Review 78 (1950), 1–3.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as probabilities, or one is not
    ///     from 0 to 1
    public static double brierScore(boolean[] positive, Vector probabilities) {
        require(positive, probabilities);
        double[] losses = new double[positive.length];
        for (int row = 0; row < losses.length; row++) {
            double difference = probabilities.get(row) - (positive[row] ? 1 : 0);
            losses[row] = difference * difference;
        }
        return Numerics.sum(losses) / losses.length;
    }

    /// The same of K classes, summed over them, as Brier wrote it: of two classes it is twice that of the
    /// positive one.
    ///
    /// @throws IllegalArgumentException if shapes do not fit, a label is none of the classes, or a row is
    ///     no distribution
    public static double brierScore(int[] actual, Matrix probabilities, List<Integer> classes) {
        require(actual, probabilities, classes);
        double[] losses = new double[actual.length];
        for (int row = 0; row < losses.length; row++) {
            int trueClass = classes.indexOf(actual[row]);
            for (int k = 0; k < classes.size(); k++) {
                double difference = probabilities.get(row, k) - (k == trueClass ? 1 : 0);
                losses[row] += difference * difference;
            }
        }
        return Numerics.sum(losses) / losses.length;
    }

    static void require(boolean[] positive, Vector probabilities) {
        MetricPreconditions.requireSameLength("labels", positive.length, "probabilities", probabilities.size());
        for (int row = 0; row < positive.length; row++) {
            if (!(probabilities.get(row) >= 0 && probabilities.get(row) <= 1)) {
                throw new IllegalArgumentException("a probability lies between 0 and 1, got " + probabilities.get(row)
                        + " at row " + row + "; turn scores into probabilities first");
            }
        }
    }

    private static void require(int[] actual, Matrix probabilities, List<Integer> classes) {
        MetricPreconditions.requireSameLength("labels", actual.length, "rows of probabilities", probabilities.rows());
        if (probabilities.columns() != classes.size()) {
            throw new IllegalArgumentException("there is a column for each class, but the probabilities have shape "
                    + probabilities.shape() + " and the classes are " + classes);
        }
        for (int row = 0; row < actual.length; row++) {
            double sum = 0;
            for (int k = 0; k < classes.size(); k++) {
                double p = probabilities.get(row, k);
                if (!(p >= 0 && p <= 1 + SUM_TOLERANCE)) {
                    throw new IllegalArgumentException("a probability lies between 0 and 1, got " + p + " at row " + row
                            + " and column " + k + "; turn scores into probabilities first");
                }
                sum += p;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new IllegalArgumentException("the probabilities of a row add up to 1, got " + sum + " at row "
                        + row + "; divide by the sum");
            }
            if (!classes.contains(actual[row])) {
                throw new IllegalArgumentException(
                        "label " + actual[row] + " at row " + row + " is none of the classes " + classes);
            }
        }
    }
}
