package gradus.ml.score;

/// A metric for predicted labels, such as `ClassificationMetrics::accuracy`. The usual ones are in
/// [ClassificationMetrics].
@FunctionalInterface
public interface ClassificationMetric {

    /// The metric of the predictions `predicted`, shape `(n)`, for the true labels `actual`, shape `(n)`.
    double compute(int[] actual, int[] predicted);
}
