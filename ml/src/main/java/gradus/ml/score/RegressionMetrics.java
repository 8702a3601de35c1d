package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.Arrays;

/// Metrics for regression: how far predictions are from the targets.
///
/// Targets and predictions have shape `(n)`, n ≥ 1; every method throws an `IllegalArgumentException` for
/// other lengths, NaN and infinity. Sums are compensated. Every metric costs O(n), [#medianAbsoluteError]
/// O(n·log n). A result beyond the range of `double` is infinite, never NaN.
///
/// **Weights.** Each metric has a second form with a weight for each row, shape `(n)`. An integer weight
/// counts like that many equal rows, a weight of 0 like none. Weights must be finite, at least 0 and not all
/// 0.
///
/// A metric needs a reference value: compare it with that of a baseline, which always predicts the mean or
/// the median of the targets of the training set.
public final class RegressionMetrics {

    private RegressionMetrics() {}

    /// Mean squared error (MSE), in the square of the target's unit; 0 is best. Large errors have a
    /// disproportionate influence. The mean of the targets is the constant prediction that minimises it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double meanSquaredError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double[] squares = new double[actual.size()];
        for (int row = 0; row < squares.length; row++) {
            double error = actual.get(row) - predicted.get(row);
            squares[row] = error * error;
        }
        return Means.mean(squares);
    }

    /// [#meanSquaredError(Vector, Vector)] with a weight for each row.
    public static double meanSquaredError(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.meanSquared(actual, predicted, weights);
    }

    /// Root mean squared error (RMSE): the square root of [#meanSquaredError], in the target's unit; 0 is
    /// best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        double largest = maxError(actual, predicted);
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        // Relative to the largest error, squares neither overflow nor underflow.
        double[] squares = new double[actual.size()];
        for (int row = 0; row < squares.length; row++) {
            double ratio = (actual.get(row) - predicted.get(row)) / largest;
            squares[row] = ratio * ratio;
        }
        return largest * Math.sqrt(Means.mean(squares));
    }

    /// [#rootMeanSquaredError(Vector, Vector)] with a weight for each row.
    public static double rootMeanSquaredError(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.rootMeanSquared(actual, predicted, weights);
    }

    /// Mean absolute error (MAE), in the target's unit; 0 is best. The median of the targets is the constant
    /// prediction that minimises it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double[] errors = new double[actual.size()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = Math.abs(actual.get(row) - predicted.get(row));
        }
        return Means.mean(errors);
    }

    /// [#meanAbsoluteError(Vector, Vector)] with a weight for each row.
    public static double meanAbsoluteError(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.meanAbsolute(actual, predicted, weights);
    }

    /// Median absolute error, in the target's unit; 0 is best. It is robust: the larger half of the errors
    /// can grow without changing it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double medianAbsoluteError(Vector actual, Vector predicted) {
        return medianAbsoluteError(actual, predicted, Means.ones(actual.size()));
    }

    /// [#medianAbsoluteError(Vector, Vector)] with a weight for each row.
    public static double medianAbsoluteError(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.medianAbsolute(actual, predicted, weights);
    }

    /// The largest absolute error, in the target's unit; 0 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double maxError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double largest = 0;
        for (int row = 0; row < actual.size(); row++) {
            largest = Math.max(largest, Math.abs(actual.get(row) - predicted.get(row)));
        }
        return largest;
    }

    /// [#maxError(Vector, Vector)] of the rows whose weight is above 0.
    public static double maxError(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.max(actual, predicted, weights);
    }

    /// Mean absolute percentage error (MAPE): the mean of `|error/target|`, as a fraction, so 0.1 is 10 %; 0
    /// is best. For positive targets and predictions, a prediction that is too low costs at most 1 and one
    /// that is too high has no bound, so MAPE favours low predictions.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or a target
    ///     is 0 (scikit-learn divides by a tiny number instead)
    public static double meanAbsolutePercentageError(Vector actual, Vector predicted) {
        return meanAbsolutePercentageError(actual, predicted, Means.ones(actual.size()));
    }

    /// [#meanAbsolutePercentageError(Vector, Vector)] with a weight for each row.
    public static double meanAbsolutePercentageError(Vector actual, Vector predicted, Vector weights) {
        MetricPreconditions.requirePredictions(actual, predicted);
        for (int row = 0; row < actual.size(); row++) {
            if (actual.get(row) == 0) {
                throw new IllegalArgumentException(
                        "percentage errors are undefined for the target 0 at row " + row + "; use meanAbsoluteError");
            }
        }
        return WeightedErrors.mean(actual, predicted, weights, (a, p) -> Math.abs((a - p) / a));
    }

    /// Mean pinball loss (quantile loss): an error costs `quantile` times its absolute value where the
    /// prediction is too low, `1 − quantile` times where it is too high; 0 is best. That quantile of the
    /// targets is the constant prediction that minimises it.
    ///
    /// Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 46 (1978), 33–50.
    ///
    /// @param quantile above 0 and below 1
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or `quantile`
    ///     is out of range
    public static double pinballLoss(Vector actual, Vector predicted, double quantile) {
        return pinballLoss(actual, predicted, Means.ones(actual.size()), quantile);
    }

    /// [#pinballLoss(Vector, Vector, double)] with a weight for each row.
    public static double pinballLoss(Vector actual, Vector predicted, Vector weights, double quantile) {
        requireQuantile(quantile);
        return WeightedErrors.mean(
                actual, predicted, weights, (a, p) -> a >= p ? quantile * (a - p) : (1 - quantile) * (p - a));
    }

    /// Coefficient of determination, R²: `1 − Σ error²/Σ (target − mean)²`, the fraction of the targets'
    /// variance that is explained. 1 is best, 0 is the score of predicting the mean of these targets, and a
    /// worse model is below 0, without bound.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or all
    ///     targets are equal, so there is no variance to explain (scikit-learn returns 1 or 0 there)
    public static double r2(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        if (Arrays.stream(actual.toArray()).allMatch(target -> target == actual.get(0))) {
            throw MetricPreconditions.equalTargets(actual.size(), actual.get(0));
        }
        double unit = Means.unit(actual, predicted);
        Vector targets = actual.times(unit);
        double mean = Means.mean(targets.toArray());
        double error = targets.minus(predicted.times(unit)).norm();
        double ratio = error / targets.map(target -> target - mean).norm();
        return error == 0 ? 1 : 1 - ratio * ratio;
    }

    /// [#r2(Vector, Vector)] with a weight for each row, in both sums and in the mean.
    public static double r2(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.r2(actual, predicted, weights);
    }

    /// Explained variance: R² after the mean error (bias) is subtracted from every error, so a constant
    /// offset of all predictions costs nothing. 1 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or all
    ///     targets are equal
    public static double explainedVariance(Vector actual, Vector predicted) {
        return explainedVariance(actual, predicted, Means.ones(actual.size()));
    }

    /// [#explainedVariance(Vector, Vector)] with a weight for each row, in both sums and in the means.
    public static double explainedVariance(Vector actual, Vector predicted, Vector weights) {
        return WeightedErrors.explainedVariance(actual, predicted, weights);
    }

    static void requireQuantile(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("quantile must be above 0 and below 1, got " + quantile);
        }
    }
}
