package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.HashSet;
import java.util.List;

/// Metrics for predicted probabilities. Both are *proper scoring rules*: predicting the true probability is
/// optimal on average.
///
/// For two classes, `probabilities` contains the probability of the positive class, shape `(n)`. For K
/// classes it has shape `(n, K)`, with column k for class k of `classes`, and each row sums to 1. Every
/// metric costs O(n·K).
///
/// **Weights.** Each metric has a second form with a weight for each row, shape `(n)`: finite, at least 0,
/// not all 0. An integer weight counts like that many equal rows, a weight of 0 like none.
public final class ProbabilityMetrics {

    /// The tolerance for the sum of a row.
    private static final double SUM_TOLERANCE = 1e-6;

    private ProbabilityMetrics() {}

    /// Log loss (cross-entropy): the mean of `−ln p`, where p is the predicted probability of the true class.
    /// 0 is best; infinite if a true class was given probability 0.
    ///
    /// Source: I. J. Good, "Rational Decisions", Journal of the Royal Statistical Society B 14 (1952),
    /// 107–114.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a probability is not between 0 and 1
    public static double logLoss(boolean[] positive, Vector probabilities) {
        return logLoss(positive, probabilities, Means.ones(positive.length));
    }

    /// [#logLoss(boolean\[\], Vector)] with a weight for each row.
    public static double logLoss(boolean[] positive, Vector probabilities, Vector weights) {
        require(positive, probabilities);
        MetricPreconditions.requireWeights(positive.length, weights);
        double[] losses = new double[positive.length];
        for (int row = 0; row < losses.length; row++) {
            double p = probabilities.get(row);
            losses[row] = positive[row] ? -StrictMath.log(p) : -StrictMath.log1p(-p);
        }
        return Means.mean(losses, weights);
    }

    /// Log loss for K classes.
    ///
    /// @throws IllegalArgumentException if shapes do not match, a label is not one of the classes, or a row
    ///     is not a probability distribution
    public static double logLoss(int[] actual, Matrix probabilities, List<Integer> classes) {
        return logLoss(actual, probabilities, classes, Means.ones(actual.length));
    }

    /// [#logLoss(int\[\], Matrix, List)] with a weight for each row.
    public static double logLoss(int[] actual, Matrix probabilities, List<Integer> classes, Vector weights) {
        require(actual, probabilities, classes);
        MetricPreconditions.requireWeights(actual.length, weights);
        double[] losses = new double[actual.length];
        for (int row = 0; row < losses.length; row++) {
            // Rounding can make a probability slightly larger than 1, but no loss is below 0.
            losses[row] = -StrictMath.log(Math.min(1, probabilities.get(row, classes.indexOf(actual[row]))));
        }
        return Means.mean(losses, weights);
    }

    /// Brier score: the mean squared difference between the predicted probability and the outcome, 1 or 0. 0
    /// is best; always predicting 0.5 gets 0.25.
    ///
    /// Source: G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather
    /// Review 78 (1950), 1–3.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a probability is not between 0 and 1
    public static double brierScore(boolean[] positive, Vector probabilities) {
        return brierScore(positive, probabilities, Means.ones(positive.length));
    }

    /// [#brierScore(boolean\[\], Vector)] with a weight for each row.
    public static double brierScore(boolean[] positive, Vector probabilities, Vector weights) {
        require(positive, probabilities);
        MetricPreconditions.requireWeights(positive.length, weights);
        double[] losses = new double[positive.length];
        for (int row = 0; row < losses.length; row++) {
            double difference = probabilities.get(row) - (positive[row] ? 1 : 0);
            losses[row] = difference * difference;
        }
        return Means.mean(losses, weights);
    }

    /// Brier score for K classes: the squared differences are summed over the classes, as in Brier's paper.
    /// For two classes it is twice the Brier score of the positive one (scikit-learn's
    /// `scale_by_half=False`).
    ///
    /// @throws IllegalArgumentException if shapes do not match, a label is not one of the classes, or a row
    ///     is not a probability distribution
    public static double brierScore(int[] actual, Matrix probabilities, List<Integer> classes) {
        return brierScore(actual, probabilities, classes, Means.ones(actual.length));
    }

    /// [#brierScore(int\[\], Matrix, List)] with a weight for each row.
    public static double brierScore(int[] actual, Matrix probabilities, List<Integer> classes, Vector weights) {
        require(actual, probabilities, classes);
        MetricPreconditions.requireWeights(actual.length, weights);
        double[] losses = new double[actual.length];
        for (int row = 0; row < losses.length; row++) {
            int trueClass = classes.indexOf(actual[row]);
            for (int k = 0; k < classes.size(); k++) {
                double difference = probabilities.get(row, k) - (k == trueClass ? 1 : 0);
                losses[row] += difference * difference;
            }
        }
        return Means.mean(losses, weights);
    }

    static void require(boolean[] positive, Vector probabilities) {
        MetricPreconditions.requireSameLength("labels", positive.length, "probabilities", probabilities.size());
        for (int row = 0; row < positive.length; row++) {
            if (!(probabilities.get(row) >= 0 && probabilities.get(row) <= 1)) {
                throw new IllegalArgumentException("probabilities must be between 0 and 1, got "
                        + probabilities.get(row) + " at row " + row + "; convert scores first");
            }
        }
    }

    private static void require(int[] actual, Matrix probabilities, List<Integer> classes) {
        MetricPreconditions.requireSameLength("labels", actual.length, "rows of probabilities", probabilities.rows());
        if (probabilities.columns() != classes.size()) {
            throw new IllegalArgumentException("probabilities must have one column per class, but they have shape "
                    + probabilities.shape() + " and the classes are " + classes);
        }
        requireDistinct(classes);
        for (int row = 0; row < actual.length; row++) {
            double sum = 0;
            for (int k = 0; k < classes.size(); k++) {
                double p = probabilities.get(row, k);
                if (!(p >= 0 && p <= 1 + SUM_TOLERANCE)) {
                    throw new IllegalArgumentException("probabilities must be between 0 and 1, got " + p + " at row "
                            + row + " and column " + k + "; convert scores first");
                }
                sum += p;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw new IllegalArgumentException("the probabilities of a row must sum to 1, got " + sum + " at row "
                        + row + "; divide the row by its sum");
            }
            if (!classes.contains(actual[row])) {
                throw new IllegalArgumentException(
                        "label " + actual[row] + " at row " + row + " is not one of the classes " + classes);
            }
        }
    }

    static void requireDistinct(List<Integer> classes) {
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new IllegalArgumentException("classes must be distinct, got " + classes);
        }
    }
}
