package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/// ROC curve (receiver operating characteristic): the true positive rate against the false positive rate, for
/// every decision threshold on the scores.
///
/// The curve starts at (0, 0), where nothing is predicted positive, and ends at (1, 1), where everything is.
/// Rows with equal scores make one step, which is diagonal if it includes both positive and negative rows.
/// The curve depends only on the order of the scores, and not on the *prevalence*, the fraction of positive
/// rows. scikit-learn's `roc_curve` leaves out collinear points by default; this one keeps them.
///
/// Source: T. Fawcett, "An Introduction to ROC Analysis", Pattern Recognition Letters 27 (2006), 861–874.
///
/// @param points by descending threshold
/// @param positiveCount number of positive rows, or the sum of their weights
/// @param negativeCount number of negative rows, or the sum of their weights
public record RocCurve(List<Point> points, double positiveCount, double negativeCount) {

    /// A cost must be lower than another by this fraction of it; a smaller difference is a rounding error.
    private static final double TIE_TOLERANCE = 1e-12;

    /// @throws IllegalArgumentException if there are fewer than 2 points, or a count is not above 0
    public RocCurve {
        points = List.copyOf(points);
        if (points.size() < 2 || !(positiveCount > 0 && negativeCount > 0)) {
            throw new IllegalArgumentException("a ROC curve needs at least 2 points and rows of both classes, got "
                    + points.size() + " points, " + positiveCount + " positive and " + negativeCount
                    + " negative rows; make it with RocCurve.of");
        }
    }

    /// The rates if every row with a score of at least `threshold` is predicted positive.
    ///
    /// @param threshold positive infinity at the first point
    /// @param falsePositiveRate the fraction of the negative rows that are predicted positive
    /// @param truePositiveRate the fraction of the positive rows that are predicted positive: the recall
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /// The curve of n rows. O(n·log n).
    ///
    /// @param positive whether each row is positive, shape `(n)`; both classes must occur
    /// @param scores the score of each row, higher for positive, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ or are 0, a score is NaN or infinite, or only one
    ///     class occurs
    public static RocCurve of(boolean[] positive, Vector scores) {
        return of(positive, scores, Means.ones(positive.length));
    }

    /// The curve of n weighted rows. An integer weight counts like that many equal rows, a weight of 0 like
    /// none.
    ///
    /// @param positive whether each row is positive, shape `(n)`; both classes must have a weight above 0
    /// @param scores the score of each row, higher for positive, shape `(n)`, finite
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0
    /// @throws IllegalArgumentException if lengths differ or are 0, a score is NaN or infinite, a weight is
    ///     out of range, or only one class has a weight above 0
    public static RocCurve of(boolean[] positive, Vector scores, Vector weights) {
        ThresholdCounts found = ThresholdCounts.of(positive, scores, weights);
        var points = new ArrayList<Point>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        for (ThresholdCounts.Counts counts : found.counts()) {
            points.add(new Point(
                    counts.threshold(),
                    counts.falsePositives() / found.negativeCount(),
                    counts.truePositives() / found.positiveCount()));
        }
        return new RocCurve(points, found.positiveCount(), found.negativeCount());
    }

    /// Area under the curve (AUC): the probability that a random positive row has a higher score than a
    /// random negative one, where equal scores count half. 1 is best, 0.5 is random guessing.
    public double auc() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.falsePositiveRate() - from.falsePositiveRate())
                    * (to.truePositiveRate() + from.truePositiveRate())
                    / 2;
        }
        return Math.clamp(area, 0, 1);
    }

    /// The threshold that minimises the total cost of errors on these rows; the highest if there are several.
    /// Positive infinity means to predict nothing as positive.
    ///
    /// @param falsePositiveCost cost of predicting a negative row as positive, finite, ≥ 0
    /// @param falseNegativeCost cost of predicting a positive row as negative, finite, ≥ 0
    /// @throws IllegalArgumentException if a cost is negative, NaN or infinite
    public double minimumCostThreshold(double falsePositiveCost, double falseNegativeCost) {
        requireCosts(falsePositiveCost, falseNegativeCost);
        Point best = points.getFirst();
        double minimumCost = Double.POSITIVE_INFINITY;
        for (Point point : points) {
            double cost = cost(point, falsePositiveCost, falseNegativeCost);
            if (cost < minimumCost * (1 - TIE_TOLERANCE)) {
                minimumCost = cost;
                best = point;
            }
        }
        return best.threshold();
    }

    /// The total cost of errors on these rows if every row with a score of at least `threshold` is predicted
    /// positive. For a threshold that was chosen on other rows, such as those of a validation set.
    ///
    /// @param threshold any number, or positive infinity to predict nothing as positive
    /// @param falsePositiveCost cost of predicting a negative row as positive, finite, ≥ 0
    /// @param falseNegativeCost cost of predicting a positive row as negative, finite, ≥ 0
    /// @throws IllegalArgumentException if the threshold is NaN, or a cost is negative, NaN or infinite
    public double cost(double threshold, double falsePositiveCost, double falseNegativeCost) {
        requireCosts(falsePositiveCost, falseNegativeCost);
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold must be a number, got NaN");
        }
        Point last = points.getFirst();
        for (Point point : points) {
            last = point.threshold() >= threshold ? point : last;
        }
        return cost(last, falsePositiveCost, falseNegativeCost);
    }

    private double cost(Point point, double falsePositiveCost, double falseNegativeCost) {
        return falsePositiveCost * point.falsePositiveRate() * negativeCount
                + falseNegativeCost * (1 - point.truePositiveRate()) * positiveCount;
    }

    private static void requireCosts(double falsePositiveCost, double falseNegativeCost) {
        if (!(falsePositiveCost >= 0
                && falseNegativeCost >= 0
                && falsePositiveCost + falseNegativeCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "costs must be finite and at least 0, got " + falsePositiveCost + " and " + falseNegativeCost);
        }
    }
}
