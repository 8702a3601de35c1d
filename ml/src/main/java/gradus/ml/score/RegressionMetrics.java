package gradus.ml.score;

import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// How far predicted numbers are from the actual ones.
///
/// Targets and predictions have shape `(n)`, n at least 1; other lengths, NaN and infinity are refused.
/// Sums are compensated. Every score costs O(n), [#medianAbsoluteError] O(n·log n).
///
/// A score alone says little: hold it against that of a baseline, which always predicts the mean or the
/// median of the targets it was trained on.
public final class RegressionMetrics {

    private RegressionMetrics() {}

    /// The mean of the squared errors, in the square of the target's unit; 0 is best. Few large errors
    /// count more than many small ones. Of all constants, the mean of the targets makes it least.
    ///
    /// @throws IllegalArgumentException if lengths differ, or a number is NaN or infinite
    public static double meanSquaredError(Vector actual, Vector predicted) {
        return mean(errors(actual, predicted, (a, p) -> (a - p) * (a - p)));
    }

    /// The root of [#meanSquaredError], in the target's unit; 0 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ, or a number is NaN or infinite
    public static double rootMeanSquaredError(Vector actual, Vector predicted) {
        // The norm is taken of scaled errors, whose squares neither overflow nor vanish.
        double norm = Vector.of(errors(actual, predicted, (a, p) -> a - p)).norm();
        return norm / Math.sqrt(actual.size());
    }

    /// The mean size of the errors, in the target's unit; 0 is best. Of all constants, the median of the
    /// targets makes it least.
    ///
    /// @throws IllegalArgumentException if lengths differ, or a number is NaN or infinite
    public static double meanAbsoluteError(Vector actual, Vector predicted) {
        return mean(errors(actual, predicted, (a, p) -> Math.abs(a - p)));
    }

    /// The median size of the errors, in the target's unit; 0 is best. The worse half may be as bad as it
    /// likes.
    ///
    /// @throws IllegalArgumentException if lengths differ, or a number is NaN or infinite
    public static double medianAbsoluteError(Vector actual, Vector predicted) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        Arrays.sort(errors);
        int middle = errors.length / 2;
        return errors.length % 2 == 1 ? errors[middle] : errors[middle - 1] / 2 + errors[middle] / 2;
    }

    /// The size of the largest error, in the target's unit; 0 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ, or a number is NaN or infinite
    public static double maxError(Vector actual, Vector predicted) {
        return Arrays.stream(errors(actual, predicted, (a, p) -> Math.abs(a - p)))
                .max()
                .orElseThrow();
    }

    /// The mean size of the errors as a share of the targets: 0.1 is ten per cent; 0 is best. A
    /// prediction that is too low can cost 1 at most, one that is too high has no bound, so it favours
    /// low predictions.
    ///
    /// @throws IllegalArgumentException if lengths differ, a number is NaN or infinite, or a target is 0,
    ///     of which nothing is a share
    public static double meanAbsolutePercentageError(Vector actual, Vector predicted) {
        MetricPreconditions.requirePredictions(actual, predicted);
        for (int row = 0; row < actual.size(); row++) {
            if (actual.get(row) == 0) {
                throw new IllegalArgumentException(
                        "no error is a share of a target of 0, which is at row " + row + "; use meanAbsoluteError");
            }
        }
        return mean(errors(actual, predicted, (a, p) -> Math.abs((a - p) / a)));
    }

    /// The mean pinball loss: an error costs `quantile` times its size where the prediction is too low,
    /// `1 - quantile` times where it is too high; 0 is best. Of all constants, that quantile of the
    /// targets makes it least.
    ///
    /// Source: R. Koenker and G. Bassett, "Regression Quantiles", Econometrica 46 (1978), 33–50.
    ///
    /// @param quantile above 0 and below 1
    /// @throws IllegalArgumentException if lengths differ, a number is NaN or infinite, or there is no
    ///     such quantile
    public static double pinballLoss(Vector actual, Vector predicted, double quantile) {
        if (!(quantile > 0 && quantile < 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, got " + quantile);
        }
        return mean(errors(actual, predicted, (a, p) -> a >= p ? quantile * (a - p) : (1 - quantile) * (p - a)));
    }

    /// The share of the squared deviations from the mean that is predicted, R²: 1 is best, 0 is what the
    /// mean of these targets would get, and whatever is worse than that is below 0, without a bound.
    ///
    /// @throws IllegalArgumentException if lengths differ, a number is NaN or infinite, or all targets
    ///     are equal, so that there is nothing to explain
    public static double r2(Vector actual, Vector predicted) {
        return 1 - unexplainedFraction(actual, Vector.of(errors(actual, predicted, (a, p) -> a - p)));
    }

    /// R² of predictions that are first shifted so that their errors have mean 0: what is left if only
    /// the level is wrong. 1 is best.
    ///
    /// @throws IllegalArgumentException if lengths differ, a number is NaN or infinite, or all targets
    ///     are equal
    public static double explainedVariance(Vector actual, Vector predicted) {
        double bias = mean(errors(actual, predicted, (a, p) -> a - p));
        return 1 - unexplainedFraction(actual, Vector.of(errors(actual, predicted, (a, p) -> a - p - bias)));
    }

    /// The sum of the squared errors over that of the squared deviations of the targets from their mean.
    private static double unexplainedFraction(Vector actual, Vector errors) {
        double first = actual.get(0);
        if (Arrays.stream(actual.toArray()).allMatch(target -> target == first)) {
            throw new IllegalArgumentException("no share of the deviations can be predicted where there are none: all "
                    + actual.size() + " targets are " + first + "; use meanSquaredError");
        }
        double mean = mean(actual.toArray());
        double[] deviations =
                Arrays.stream(actual.toArray()).map(target -> target - mean).toArray();
        double ratio = errors.norm() / Vector.of(deviations).norm();
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

    private static double mean(double[] numbers) {
        return Numerics.sum(numbers) / numbers.length;
    }
}
