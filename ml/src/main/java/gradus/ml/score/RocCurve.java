package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/// What a threshold on scores buys and costs, for every threshold: the receiver operating characteristic.
///
/// The curve begins at (0, 0), where nothing is called positive, and ends at (1, 1), where everything is.
/// Rows of one score are one step, which is a slope where they are of both kinds. It does not change when
/// scores go through a rising function, nor when one kind of rows becomes rarer.
///
/// Source: T. Fawcett, "An Introduction to ROC Analysis", Pattern Recognition Letters 27 (2006), 861–874.
///
/// @param points by falling threshold
/// @param positiveCount how many rows are positive
/// @param negativeCount how many are not
public record RocCurve(List<Point> points, int positiveCount, int negativeCount) {

    public RocCurve {
        points = List.copyOf(points);
    }

    /// What calling rows positive whose score is `threshold` or more gives.
    ///
    /// @param threshold positive infinity at the first point
    /// @param falsePositiveRate the share of the negative rows that are called positive
    /// @param truePositiveRate the share of the positive rows that are: the recall
    public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}

    /// The curve of n rows. O(n·log n).
    ///
    /// @param positive which rows are positive, shape `(n)`; some are and some are not
    /// @param scores higher means rather positive, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ, a score is NaN or infinite, or all rows are of
    ///     one kind
    public static RocCurve of(boolean[] positive, Vector scores) {
        ThresholdCounts found = ThresholdCounts.of(positive, scores);
        var points = new ArrayList<Point>();
        points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
        for (ThresholdCounts.Counts counts : found.counts()) {
            points.add(new Point(
                    counts.threshold(),
                    (double) counts.falsePositives() / found.negativeCount(),
                    (double) counts.truePositives() / found.positiveCount()));
        }
        return new RocCurve(points, found.positiveCount(), found.negativeCount());
    }

    /// The area below the curve: the probability that a positive row has a higher score than a negative
    /// one, half of it where both are equal. 1 is best, 0.5 is chance.
    public double auc() {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            area += (to.falsePositiveRate() - from.falsePositiveRate())
                    * (to.truePositiveRate() + from.truePositiveRate())
                    / 2;
        }
        return area;
    }

    /// The threshold at which errors cost least on these rows; of several, the highest. Positive infinity
    /// means to call nothing positive.
    ///
    /// @param falsePositiveCost what it costs to call a negative row positive, 0 or more
    /// @param falseNegativeCost what it costs to miss a positive row, 0 or more
    /// @throws IllegalArgumentException if a cost is negative, NaN or infinite
    public double minimumCostThreshold(double falsePositiveCost, double falseNegativeCost) {
        if (!(falsePositiveCost >= 0
                && falseNegativeCost >= 0
                && falsePositiveCost + falseNegativeCost < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "costs are finite and not negative, got " + falsePositiveCost + " and " + falseNegativeCost);
        }
        Point best = points.getFirst();
        double minimumCost = Double.POSITIVE_INFINITY;
        for (Point point : points) {
            double cost = falsePositiveCost * point.falsePositiveRate() * negativeCount
                    + falseNegativeCost * (1 - point.truePositiveRate()) * positiveCount;
            if (cost < minimumCost) {
                minimumCost = cost;
                best = point;
            }
        }
        return best.threshold();
    }
}
