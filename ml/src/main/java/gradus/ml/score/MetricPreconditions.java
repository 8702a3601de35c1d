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

    /// Finite scores, one per label, and labels of both classes.
    static void requireBothClasses(boolean[] positive, Vector scores, String what) {
        requireSameLength("labels", positive.length, what, scores.size());
        requireFinite(what, scores);
        int count = positiveCount(positive);
        if (count == 0 || count == positive.length) {
            throw new IllegalArgumentException("both positive and negative rows are needed, got " + count
                    + " positive of " + positive.length + "; use rows of both classes");
        }
    }

    static int positiveCount(boolean[] positive) {
        int count = 0;
        for (boolean one : positive) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
