package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.List;

/// Precision–recall curve, for every decision threshold on the scores. Use it where positive rows are rare:
/// precision depends on how rare they are, the ROC curve does not.
///
/// scikit-learn's `precision_recall_curve` adds a last point with precision 1 and recall 0, and orders the
/// points by ascending threshold.
///
/// Source: J. Davis and M. Goadrich, "The Relationship between Precision-Recall and ROC Curves", ICML 2006.
///
/// @param points by descending threshold, so by non-decreasing recall; the last has recall 1
/// @param positiveCount number of positive rows, or the sum of their weights
public record PrecisionRecallCurve(List<Point> points, double positiveCount) {

    /// @throws IllegalArgumentException if there is no point, or the count is not above 0
    public PrecisionRecallCurve {
        points = List.copyOf(points);
        if (points.isEmpty() || !(positiveCount > 0)) {
            throw new IllegalArgumentException(
                    "a precision–recall curve needs at least 1 point and a positive row, got "
                            + points.size() + " points and " + positiveCount
                            + " positive rows; make it with PrecisionRecallCurve.of");
        }
    }

    /// Precision and recall if every row with a score of at least `threshold` is predicted positive.
    ///
    /// @param precision the fraction of the rows predicted positive that are positive
    /// @param recall the fraction of the positive rows that are predicted positive
    public record Point(double threshold, double precision, double recall) {}

    /// The curve of n rows. O(n·log n).
    ///
    /// @param positive whether each row is positive, shape `(n)`; both classes must occur
    /// @param scores the score of each row, higher for positive, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ or are 0, a score is NaN or infinite, or only one
    ///     class occurs
    public static PrecisionRecallCurve of(boolean[] positive, Vector scores) {
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
    public static PrecisionRecallCurve of(boolean[] positive, Vector scores, Vector weights) {
        ThresholdCounts found = ThresholdCounts.of(positive, scores, weights);
        List<Point> points = found.counts().stream()
                .map(counts -> new Point(
                        counts.threshold(),
                        counts.truePositives() / (counts.truePositives() + counts.falsePositives()),
                        counts.truePositives() / found.positiveCount()))
                .toList();
        return new PrecisionRecallCurve(points, found.positiveCount());
    }

    /// Average precision (AP), the area under the curve as a sum of steps: the mean, over the positive rows,
    /// of the precision at the threshold where each is found. 1 is best; random guessing gets about the
    /// fraction of positive rows.
    ///
    /// Points are not interpolated linearly, because that would be optimistic: no threshold achieves those
    /// precisions.
    public double averagePrecision() {
        double area = 0;
        double previousRecall = 0;
        for (Point point : points) {
            area += point.precision() * (point.recall() - previousRecall);
            previousRecall = point.recall();
        }
        return Math.min(1, area);
    }
}
