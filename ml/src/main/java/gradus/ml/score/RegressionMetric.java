package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// A metric for predicted numbers, such as `RegressionMetrics::meanSquaredError`. The usual ones are in
/// [RegressionMetrics].
@FunctionalInterface
public interface RegressionMetric {

    /// The metric of the predictions `predicted`, shape `(n)`, for the targets `actual`, shape `(n)`.
    double compute(Vector actual, Vector predicted);
}
