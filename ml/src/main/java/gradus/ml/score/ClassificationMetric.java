package gradus.ml.score;

/// A number that says how well predicted labels fit the actual ones. [ClassificationScores] has those of
/// the field: `ClassificationScores::accuracy`.
@FunctionalInterface
public interface ClassificationMetric {

    /// The score of `predicted`, shape `(n)`, where `actual`, shape `(n)`, was to be predicted.
    double of(int[] actual, int[] predicted);
}
