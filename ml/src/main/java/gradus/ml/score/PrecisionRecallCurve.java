package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.List;

/// How pure and how complete what is found is, for every threshold on scores: the curve to look at where
/// positive rows are rare.
///
/// Source: J. Davis and M. Goadrich, "The Relationship between Precision-Recall and ROC Curves", ICML
/// 2006.
///
/// @param points by falling threshold, so by rising recall; the last has recall 1
/// @param positiveCount how many rows are positive
public record PrecisionRecallCurve(List<Point> points, int positiveCount) {

    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /// What calling rows positive whose score is `threshold` or more gives.
    ///
    /// @param precision the share of rows called positive that are
    /// @param recall the share of the positive rows that are called so
    public record Point(double threshold, double precision, double recall) {}

    /// The curve of n rows. O(n·log n).
    ///
    /// @param positive which rows are positive, shape `(n)`; some are and some are not
    /// @param scores higher means rather positive, shape `(n)`, finite
    /// @throws IllegalArgumentException if lengths differ, a score is NaN or infinite, or all rows are of
    ///     one kind
    public static PrecisionRecallCurve of(boolean[] positive, Vector scores) {
        ThresholdCounts found = ThresholdCounts.of(positive, scores);
        List<Point> points = found.counts().stream()
                .map(counts -> new Point(
                        counts.threshold(),
                        (double) counts.truePositives() / (counts.truePositives() + counts.falsePositives()),
                        (double) counts.truePositives() / found.positiveCount()))
                .toList();
        return new PrecisionRecallCurve(points, found.positiveCount());
    }

    /// The average precision: the mean over the positive rows of the precision at which each is found. 1
    /// is best, the share of positive rows is chance.
    ///
    /// It adds up steps. A straight line between two points would promise precisions that no threshold
    /// gives.
    public double averagePrecision() {
        double area = 0;
        double previousRecall = 0;
        for (Point point : points) {
            area += point.precision() * (point.recall() - previousRecall);
            previousRecall = point.recall();
        }
        return area;
    }
}
