package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

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
        return Means.mean(errors(actual, predicted, (a, p) -> (a - p) * (a - p)));
    }

    /// [#meanSquaredError(Vector, Vector)] with a weight for each row.
    public static double meanSquaredError(Vector actual, Vector predicted, Vector weights) {
        return weightedMean(actual, predicted, weights, (a, p) -> (a - p) * (a - p));
    }

    /// Root mean squared error (RMSE): the square root of [#meanSquaredError], in the target's unit; 0 is
    /// best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        return rootMeanSquaredError(actual, predicted, Means.ones(actual.size()));
    }

    /// [#rootMeanSquaredError(Vector, Vector)] with a weight for each row.
    public static double rootMeanSquaredError(Vector actual, Vector predicted, Vector weights) {
        double largest = maxError(actual, predicted, weights);
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        // Relative to the largest error, squares neither overflow nor underflow.
        double[] squares = errors(actual, predicted, (a, p) -> (a - p) / largest * ((a - p) / largest));
        return largest * Math.sqrt(Means.mean(squares, weights));
    }

    /// Mean absolute error (MAE), in the target's unit; 0 is best. The median of the targets is the constant
    /// prediction that minimises it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        return Means.mean(errors(actual, predicted, (a, p) -> Math.abs(a - p)));
    }

    /// [#meanAbsoluteError(Vector, Vector)] with a weight for each row.
    public static double meanAbsoluteError(Vector actual, Vector predicted, Vector weights) {
        return weightedMean(actual, predicted, weights, (a, p) -> Math.abs(a - p));
    }

    /// Median absolute error, in the target's unit; 0 is best. It is robust: the larger half of the errors
    /// can grow without changing it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double medianAbsoluteError(Vector actual, Vector predicted) {
        return Means.median(errors(actual, predicted, (a, p) -> Math.abs(a - p)));
    }

    /// [#medianAbsoluteError(Vector, Vector)] with a weight for each row.
    public static double medianAbsoluteError(Vector actual, Vector predicted, Vector weights) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        MetricPreconditions.requireWeights(errors.length, weights);
        return Means.median(errors, weights);
    }

    /// The largest absolute error, in the target's unit; 0 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double maxError(Vector actual, Vector predicted) {
        return maxError(actual, predicted, Means.ones(actual.size()));
    }

    /// [#maxError(Vector, Vector)] of the rows whose weight is above 0.
    public static double maxError(Vector actual, Vector predicted, Vector weights) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        MetricPreconditions.requireWeights(errors.length, weights);
        double largest = 0;
        for (int row = 0; row < errors.length; row++) {
            largest = weights.get(row) > 0 ? Math.max(largest, errors[row]) : largest;
        }
        return largest;
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
        return weightedMean(actual, predicted, weights, (a, p) -> Math.abs((a - p) / a));
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
        return weightedMean(
                actual, predicted, weights, (a, p) -> a >= p ? quantile * (a - p) : (1 - quantile) * (p - a));
    }

    /// Coefficient of determination, R²: `1 − Σ error²/Σ (target − mean)²`, the fraction of the targets'
    /// variance that is explained. 1 is best, 0 is the score of predicting the mean of these targets, and a
    /// worse model is below 0, without bound.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or all
    ///     targets are equal, so there is no variance to explain (scikit-learn returns 1 or 0 there)
    public static double r2(Vector actual, Vector predicted) {
        return r2(actual, predicted, Means.ones(actual.size()));
    }

    /// [#r2(Vector, Vector)] with a weight for each row, in both sums and in the mean.
    public static double r2(Vector actual, Vector predicted, Vector weights) {
        requireDifferentTargets(actual, predicted, weights);
        double unit = unit(actual, predicted);
        Vector errors = actual.times(unit).minus(predicted.times(unit));
        return 1 - unexplainedFraction(actual, errors, unit, weights);
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
        requireDifferentTargets(actual, predicted, weights);
        double unit = unit(actual, predicted);
        Vector errors = actual.times(unit).minus(predicted.times(unit));
        double bias = Means.mean(errors.toArray(), weights);
        return 1 - unexplainedFraction(actual, errors.map(error -> error - bias), unit, weights);
    }

    static void requireQuantile(double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("quantile must be above 0 and below 1, got " + quantile);
        }
    }

    /// The sum of the squared errors, divided by that of the squared differences between the targets and
    /// their mean.
    ///
    /// @param errors multiplied by `errorUnit`
    private static double unexplainedFraction(Vector actual, Vector errors, double errorUnit, Vector weights) {
        double unit = unit(actual, actual);
        Vector targets = actual.times(unit);
        double mean = Means.mean(targets.toArray(), weights);
        double[] roots = Means.roots(weights);
        double error = scaledNorm(errors, roots);
        double ratio = error / scaledNorm(targets.map(target -> target - mean), roots) * (unit / errorUnit);
        return error == 0 ? 0 : ratio * ratio;
    }

    /// The norm, with each component multiplied by a factor. Rows with factor 0 do not count, even if their
    /// component is infinite.
    private static double scaledNorm(Vector values, double[] factors) {
        return Vector.from(values.size(), row -> factors[row] == 0 ? 0 : values.get(row) * factors[row])
                .norm();
    }

    private static void requireDifferentTargets(Vector actual, Vector predicted, Vector weights) {
        MetricPreconditions.requirePredictions(actual, predicted);
        MetricPreconditions.requireWeights(actual.size(), weights);
        double[] targets = IntStream.range(0, actual.size())
                .filter(row -> weights.get(row) > 0)
                .mapToDouble(actual::get)
                .toArray();
        if (Arrays.stream(targets).allMatch(target -> target == targets[0])) {
            throw new IllegalArgumentException("targets must not all be equal, or there is no variance to explain: all "
                    + targets.length + " are " + targets[0] + "; use meanSquaredError");
        }
    }

    /// A factor that keeps differences and sums of huge numbers within range. A power of 2, so that it rounds
    /// nothing; the metric must not depend on the unit.
    private static double unit(Vector actual, Vector predicted) {
        double largest = Math.max(maxAbsolute(actual), maxAbsolute(predicted));
        return largest > 1e200 ? Math.scalb(1.0, -Math.getExponent(largest)) : 1;
    }

    private static double maxAbsolute(Vector values) {
        return Arrays.stream(values.toArray()).map(Math::abs).max().orElse(0);
    }

    private static double weightedMean(Vector actual, Vector predicted, Vector weights, DoubleBinaryOperator error) {
        double[] errors = errors(actual, predicted, error);
        MetricPreconditions.requireWeights(errors.length, weights);
        return Means.mean(errors, weights);
    }

    private static double[] errors(Vector actual, Vector predicted, DoubleBinaryOperator error) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double[] errors = new double[actual.size()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = error.applyAsDouble(actual.get(row), predicted.get(row));
        }
        return errors;
    }
}
