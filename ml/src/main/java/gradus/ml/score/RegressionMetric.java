package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// A number that says how well predictions fit the targets. [RegressionMetrics] has those of the field:
/// `RegressionMetrics::meanSquaredError`.
@FunctionalInterface
public interface RegressionMetric {

    /// The score of `predicted`, shape `(n)`, where `actual`, shape `(n)`, was to be predicted.
    double compute(Vector actual, Vector predicted);
}
