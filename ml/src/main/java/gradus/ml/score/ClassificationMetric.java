package gradus.ml.score;

/// A number that says how well predicted labels fit the actual ones. [ClassificationMetrics] has those of
/// the field: `ClassificationMetrics::accuracy`.
@FunctionalInterface
public interface ClassificationMetric {

    /// The score of `predicted`, shape `(n)`, where `actual`, shape `(n)`, was to be predicted.
    double compute(int[] actual, int[] predicted);
}
