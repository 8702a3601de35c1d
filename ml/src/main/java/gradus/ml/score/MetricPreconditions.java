package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// Validates the arguments of metrics.
final class MetricPreconditions {

    private MetricPreconditions() {}

    /// Both have the same number of rows, at least 1.
    static void requireSameLength(String what, int count, String other, int otherCount) {
        if (count != otherCount) {
            throw new IllegalArgumentException(
                    "lengths must be equal, but there are " + count + " " + what + " and " + otherCount + " " + other);
        }
        if (count == 0) {
            throw new IllegalArgumentException("a metric needs at least 1 row, got no " + what + " and no " + other);
        }
    }

    static void requireFinite(String what, Vector values) {
        for (int row = 0; row < values.size(); row++) {
            if (!Double.isFinite(values.get(row))) {
                throw new IllegalArgumentException(what + " must be finite, got " + values.get(row) + " at row " + row
                        + "; check where it comes from");
            }
        }
    }

    /// Finite targets and predictions of the same length.
    static void requirePredictions(Vector actual, Vector predicted) {
        requireSameLength("targets", actual.size(), "predictions", predicted.size());
        requireFinite("targets", actual);
        requireFinite("predictions", predicted);
    }

    /// For a metric that compares with the variance of the targets, which equal ones lack.
    static IllegalArgumentException equalTargets(int count, double target) {
        return new IllegalArgumentException("targets must not all be equal, or there is no variance to explain: all "
                + count + " are " + target + "; use meanSquaredError");
    }

    /// One weight per row, finite and at least 0. Only their ratios matter; the limits of their sum keep
    /// products of weights within range.
    static void requireWeights(int rows, Vector weights) {
        if (weights.size() != rows) {
            throw new IllegalArgumentException(
                    "there are " + rows + " rows, but " + weights.size() + " weights; each row needs one weight");
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double weight = weights.get(row);
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, got " + weight + " at row "
                        + row + "; 0 leaves a row out");
            }
            sum += weight;
        }
        if (!(sum >= 1e-50 && sum <= 1e50)) {
            throw new IllegalArgumentException("the sum of the weights must be between 1e-50 and 1e50, got " + sum
                    + "; only their ratios matter, so multiply all of them by one factor");
        }
    }

    /// Finite scores, one per label, and labels of both classes among the rows that count.
    static void requireBothClasses(boolean[] positive, Vector scores, Vector weights) {
        requireSameLength("labels", positive.length, "scores", scores.size());
        requireFinite("scores", scores);
        requireWeights(positive.length, weights);
        int count = 0;
        int positives = 0;
        for (int row = 0; row < positive.length; row++) {
            count += weights.get(row) > 0 ? 1 : 0;
            positives += weights.get(row) > 0 && positive[row] ? 1 : 0;
        }
        if (positives == 0 || positives == count) {
            throw new IllegalArgumentException("both positive and negative rows are needed, got " + positives
                    + " positive of " + count + "; use rows of both classes");
        }
    }
}
