package gradus.ml.score;

import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/// The metrics of [RegressionMetrics] with a weight for each row. If all weights are equal, they are those
/// without weights.
final class WeightedErrors {

    private WeightedErrors() {}

    static double meanSquared(Vector actual, Vector predicted, Vector weights) {
        return countEqually(actual, predicted, weights)
                ? RegressionMetrics.meanSquaredError(actual, predicted)
                : mean(actual, predicted, weights, (a, p) -> (a - p) * (a - p));
    }

    static double rootMeanSquared(Vector actual, Vector predicted, Vector weights) {
        if (countEqually(actual, predicted, weights)) {
            return RegressionMetrics.rootMeanSquaredError(actual, predicted);
        }
        double largest = max(actual, predicted, weights);
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        // Relative to the largest error, squares neither overflow nor underflow.
        double[] squares = errors(actual, predicted, (a, p) -> (a - p) / largest * ((a - p) / largest));
        return largest * Math.sqrt(Means.mean(squares, weights));
    }

    static double meanAbsolute(Vector actual, Vector predicted, Vector weights) {
        return countEqually(actual, predicted, weights)
                ? RegressionMetrics.meanAbsoluteError(actual, predicted)
                : mean(actual, predicted, weights, (a, p) -> Math.abs(a - p));
    }

    static double medianAbsolute(Vector actual, Vector predicted, Vector weights) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        MetricPreconditions.requireWeights(errors.length, weights);
        return Means.median(errors, weights);
    }

    static double max(Vector actual, Vector predicted, Vector weights) {
        double[] errors = errors(actual, predicted, (a, p) -> Math.abs(a - p));
        MetricPreconditions.requireWeights(errors.length, weights);
        double largest = 0;
        for (int row = 0; row < errors.length; row++) {
            largest = weights.get(row) > 0 ? Math.max(largest, errors[row]) : largest;
        }
        return largest;
    }

    static double r2(Vector actual, Vector predicted, Vector weights) {
        if (countEqually(actual, predicted, weights)) {
            return RegressionMetrics.r2(actual, predicted);
        }
        requireDifferentTargets(actual, predicted, weights);
        double unit = Means.unit(actual, predicted);
        Vector errors = actual.times(unit).minus(predicted.times(unit));
        return 1 - unexplainedFraction(actual, errors, unit, weights);
    }

    static double explainedVariance(Vector actual, Vector predicted, Vector weights) {
        requireDifferentTargets(actual, predicted, weights);
        double unit = Means.unit(actual, predicted);
        Vector errors = actual.times(unit).minus(predicted.times(unit));
        double bias = Means.mean(errors.toArray(), weights);
        return 1 - unexplainedFraction(actual, errors.map(error -> error - bias), unit, weights);
    }

    /// The weighted mean of `error`, a function of the target and the prediction of a row.
    static double mean(Vector actual, Vector predicted, Vector weights, DoubleBinaryOperator error) {
        double[] errors = errors(actual, predicted, error);
        MetricPreconditions.requireWeights(errors.length, weights);
        return Means.mean(errors, weights);
    }

    /// The sum of the squared errors, divided by that of the squared differences between the targets and
    /// their mean.
    ///
    /// @param errors multiplied by `errorUnit`
    private static double unexplainedFraction(Vector actual, Vector errors, double errorUnit, Vector weights) {
        double unit = Means.unit(actual, actual);
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
            throw MetricPreconditions.equalTargets(targets.length, targets[0]);
        }
    }

    private static boolean countEqually(Vector actual, Vector predicted, Vector weights) {
        MetricPreconditions.requirePredictions(actual, predicted);
        MetricPreconditions.requireWeights(actual.size(), weights);
        return Arrays.stream(weights.toArray()).allMatch(weight -> weight == weights.get(0));
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
