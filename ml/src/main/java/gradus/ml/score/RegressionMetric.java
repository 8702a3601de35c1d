package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// A metric for predicted numbers, which knows whether lower or higher values are better. The formulas of
/// the constants are those of [RegressionMetrics].
///
/// Make your own with [#lowerIsBetter] or [#higherIsBetter]. Its formula takes a weight for each row; all of
/// them are 1 where there are no weights.
///
/// @param name what the metric is called, for messages
/// @param direction which values are better
/// @param formula the metric as a function of targets, predictions and weights
public record RegressionMetric(String name, Direction direction, Formula formula) {

    /// [RegressionMetrics#meanSquaredError].
    public static final RegressionMetric MEAN_SQUARED_ERROR =
            lowerIsBetter("mean squared error", RegressionMetrics::meanSquaredError);

    /// [RegressionMetrics#rootMeanSquaredError].
    public static final RegressionMetric ROOT_MEAN_SQUARED_ERROR =
            lowerIsBetter("root mean squared error", RegressionMetrics::rootMeanSquaredError);

    /// [RegressionMetrics#meanAbsoluteError].
    public static final RegressionMetric MEAN_ABSOLUTE_ERROR =
            lowerIsBetter("mean absolute error", RegressionMetrics::meanAbsoluteError);

    /// [RegressionMetrics#medianAbsoluteError].
    public static final RegressionMetric MEDIAN_ABSOLUTE_ERROR =
            lowerIsBetter("median absolute error", RegressionMetrics::medianAbsoluteError);

    /// [RegressionMetrics#maxError].
    public static final RegressionMetric MAX_ERROR = lowerIsBetter("maximum error", RegressionMetrics::maxError);

    /// [RegressionMetrics#meanAbsolutePercentageError].
    public static final RegressionMetric MEAN_ABSOLUTE_PERCENTAGE_ERROR =
            lowerIsBetter("mean absolute percentage error", RegressionMetrics::meanAbsolutePercentageError);

    /// [RegressionMetrics#r2].
    public static final RegressionMetric R2 = higherIsBetter("R²", RegressionMetrics::r2);

    /// [RegressionMetrics#explainedVariance].
    public static final RegressionMetric EXPLAINED_VARIANCE =
            higherIsBetter("explained variance", RegressionMetrics::explainedVariance);

    /// A metric as a function.
    @FunctionalInterface
    public interface Formula {

        /// The metric of the predictions `predicted`, shape `(n)`, for the targets `actual`, shape `(n)`,
        /// where each row has a weight, shape `(n)`.
        double compute(Vector actual, Vector predicted, Vector weights);
    }

    /// An error or a loss.
    public static RegressionMetric lowerIsBetter(String name, Formula formula) {
        return new RegressionMetric(name, Direction.LOWER_IS_BETTER, formula);
    }

    /// A score such as R².
    public static RegressionMetric higherIsBetter(String name, Formula formula) {
        return new RegressionMetric(name, Direction.HIGHER_IS_BETTER, formula);
    }

    /// [RegressionMetrics#pinballLoss] at this quantile.
    ///
    /// @param quantile above 0 and below 1
    /// @throws IllegalArgumentException if `quantile` is out of range
    public static RegressionMetric pinballLoss(double quantile) {
        RegressionMetrics.requireQuantile(quantile);
        return lowerIsBetter(
                "pinball loss at " + quantile,
                (actual, predicted, weights) -> RegressionMetrics.pinballLoss(actual, predicted, weights, quantile));
    }

    /// The metric of the predictions `predicted`, shape `(n)`, for the targets `actual`, shape `(n)`.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or the metric
    ///     is undefined for these targets
    public double compute(Vector actual, Vector predicted) {
        return compute(actual, predicted, Means.ones(actual.size()));
    }

    /// The metric of the predictions `predicted`, shape `(n)`, for the targets `actual`, shape `(n)`, where
    /// each row has a weight, shape `(n)`.
    ///
    /// @throws IllegalArgumentException as without weights, and if a weight or their number is wrong
    public double compute(Vector actual, Vector predicted, Vector weights) {
        return formula.compute(actual, predicted, weights);
    }
}
