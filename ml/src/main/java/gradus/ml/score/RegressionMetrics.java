package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// Metrics for regression: how far predictions are from the targets.
///
/// Targets and predictions have shape `(n)`, n ≥ 1; every method throws an `IllegalArgumentException` for
/// other lengths, NaN and infinity. Sums are compensated. Every metric costs O(n), [#medianAbsoluteError]
/// O(n·log n).
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
        return mean(errors(actual, predicted, (a, p) -> (a - p) * (a - p)));
    }

    /// Root mean squared error (RMSE): the square root of [#meanSquaredError], in the target's unit; 0 is
    /// best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        // The norm scales the errors, so their squares neither overflow nor underflow.
        double norm = Vector.of(errors(actual, predicted, (a, p) -> a - p)).norm();
        return norm / Math.sqrt(actual.size());
    }

    /// Mean absolute error (MAE), in the target's unit; 0 is best. The median of the targets is the constant
    /// prediction that minimises it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        return mean(errors(actual, predicted, (a, p) -> Math.abs(a - p)));
    }

    /// Median absolute error, in the target's unit; 0 is best. It is robust: the larger half of the errors
    /// can grow without changing it.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double medianAbsoluteError(Vector actual, Vector predicted) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        Arrays.sort(errors);
        int middle = errors.length / 2;
        return errors.length % 2 == 1 ? errors[middle] : errors[middle - 1] / 2 + errors[middle] / 2;
    }

    /// The largest absolute error, in the target's unit; 0 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, or a value is NaN or infinite
    public static double maxError(Vector actual, Vector predicted) {
        return Arrays.stream(errors(actual, predicted, (a, p) -> Math.abs(a - p)))
                .max()
                .orElseThrow();
    }

    /// Mean absolute percentage error (MAPE): the mean of `|error/target|`, as a fraction, so 0.1 is 10 %; 0
    /// is best. For positive targets and predictions, a prediction that is too low costs at most 1 and one
    /// that is too high has no bound, so MAPE favours low predictions.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or a target
    ///     is 0 (scikit-learn divides by a tiny number instead)
    public static double meanAbsolutePercentageError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        for (int row = 0; row < actual.size(); row++) {
            if (actual.get(row) == 0) {
                throw new IllegalArgumentException(
                        "percentage errors are undefined for the target 0 at row " + row + "; use meanAbsoluteError");
            }
        }
        return mean(errors(actual, predicted, (a, p) -> Math.abs((a - p) / a)));
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
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("quantile must be above 0 and below 1, got " + quantile);
        }
        return mean(errors(actual, predicted, (a, p) -> a >= p ? quantile * (a - p) : (1 - quantile) * (p - a)));
    }

    /// Coefficient of determination, R²: `1 − Σ error²/Σ (target − mean)²`, the fraction of the targets'
    /// variance that is explained. 1 is best, 0 is the score of predicting the mean of these targets, and a
    /// worse model is below 0, without bound.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or all
    ///     targets are equal, so there is no variance to explain (scikit-learn returns 1 or 0 there)
    public static double r2(Vector actual, Vector predicted) {
        return 1 - unexplainedFraction(actual, Vector.of(errors(actual, predicted, (a, p) -> a - p)));
    }

    /// Explained variance: R² after the mean error (bias) is subtracted from every error, so a constant
    /// offset of all predictions costs nothing. 1 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ or are 0, a value is NaN or infinite, or all
    ///     targets are equal
    public static double explainedVariance(Vector actual, Vector predicted) {
        double bias = mean(errors(actual, predicted, (a, p) -> a - p));
        return 1 - unexplainedFraction(actual, Vector.of(errors(actual, predicted, (a, p) -> a - p - bias)));
    }

    /// The sum of the squared errors, divided by that of the squared differences between the targets and
    /// their mean.
    private static double unexplainedFraction(Vector actual, Vector errors) {
        double first = actual.get(0);
        if (Arrays.stream(actual.toArray()).allMatch(target -> target == first)) {
            throw new IllegalArgumentException("targets must not all be equal, or there is no variance to explain: all "
                    + actual.size() + " are " + first + "; use meanSquaredError");
        }
        double mean = mean(actual.toArray());
        double[] differences =
                Arrays.stream(actual.toArray()).map(target -> target - mean).toArray();
        double ratio = errors.norm() / Vector.of(differences).norm();
        return ratio * ratio;
    }

    private static double[] errors(Vector actual, Vector predicted, DoubleBinaryOperator error) {
        MetricPreconditions.requirePredictions(actual, predicted);
        double[] errors = new double[actual.size()];
        for (int row = 0; row < errors.length; row++) {
            errors[row] = error.applyAsDouble(actual.get(row), predicted.get(row));
        }
        return errors;
    }

    private static double mean(double[] values) {
        return Numerics.sum(values) / values.length;
    }
}
