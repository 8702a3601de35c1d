package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// Refuses what no score can be made of.
final class MetricPreconditions {

    private MetricPreconditions() {}

    /// Both have as many rows, and at least 1.
    static void requireSameLength(String what, int count, String other, int otherCount) {
        if (count != otherCount) {
            throw new IllegalArgumentException("a score compares row by row, but there are " + count + " " + what
                    + " and " + otherCount + " " + other + "; give as many of both");
        }
        if (count == 0) {
            throw new IllegalArgumentException("a score needs at least 1 row, got no " + what + " and no " + other);
        }
    }

    static void requireFinite(String what, Vector numbers) {
        for (int row = 0; row < numbers.size(); row++) {
            if (!Double.isFinite(numbers.get(row))) {
                throw new IllegalArgumentException(what + " are finite, got " + numbers.get(row) + " at row " + row
                        + "; find out where it comes from");
            }
        }
    }

    /// Finite targets and predictions, as many of both.
    static void requirePredictions(Vector actual, Vector predicted) {
        requireSameLength("targets", actual.size(), "predictions", predicted.size());
        requireFinite("targets", actual);
        requireFinite("predictions", predicted);
    }

    /// Finite scores, as many as there are labels, and labels of both kinds.
    static void requireBothClasses(boolean[] positive, Vector scores, String what) {
        requireSameLength("labels", positive.length, what, scores.size());
        requireFinite(what, scores);
        int count = positiveCount(positive);
        if (count == 0 || count == positive.length) {
            throw new IllegalArgumentException("positive and negative rows are needed, got " + count + " positive of "
                    + positive.length + "; try it on rows that have both");
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
