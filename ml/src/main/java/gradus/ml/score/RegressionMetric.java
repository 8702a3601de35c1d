package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// A number that says how well predictions fit the targets. [RegressionScores] has those of the field:
/// `RegressionScores::meanSquaredError`.
@FunctionalInterface
public interface RegressionMetric {

    /// The score of `predicted`, shape `(n)`, where `actual`, shape `(n)`, was to be predicted.
    double of(Vector actual, Vector predicted);
}
