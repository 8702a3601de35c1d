package gradus.ml.calibration;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Validates the arguments of this package.
final class CalibrationPreconditions {

    private CalibrationPreconditions() {}

    /// Finite scores, with an outcome and a valid weight for each.
    static void requireScores(Vector scores, boolean[] positive, Vector weights) {
        if (scores.size() == 0 || scores.size() != positive.length || scores.size() != weights.size()) {
            throw new IllegalArgumentException("a calibrator needs one score, outcome and weight for each of at least"
                    + " 1 row, got " + scores.size() + " scores, " + positive.length + " outcomes and "
                    + weights.size() + " weights");
        }
        for (int i = 0; i < scores.size(); i++) {
            if (!Double.isFinite(scores.get(i))) {
                throw new IllegalArgumentException(
                        "scores must be finite, got " + scores.get(i) + " at row " + i + "; check where it comes from");
            }
            if (!(weights.get(i) >= 0 && weights.get(i) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0, got " + weights.get(i)
                        + " at row " + i + "; 0 leaves a row out");
            }
        }
        double sum = Arrays.stream(weights.toArray()).sum();
        if (!(sum >= 1e-50 && sum <= 1e50)) {
            throw new IllegalArgumentException("the sum of the weights must be between 1e-50 and 1e50, got " + sum
                    + "; multiply all of them by one factor");
        }
    }

    /// A finite training set in which each of at least 2 classes has a row for each fold. Returns the labels
    /// of the classes, ascending.
    ///
    /// Checked here, because the estimator sees a part of the rows only and would name another row.
    static List<Integer> requireTrainingSet(Matrix x, int[] labels, int folds) {
        if (x.rows() == 0 || x.columns() == 0) {
            throw new IllegalArgumentException(
                    "a training set must have at least 1 row and 1 column, got shape " + x.shape());
        }
        if (x.rows() != labels.length) {
            throw new IllegalArgumentException("the features have shape " + x.shape() + ", but there are "
                    + labels.length + " labels; each row needs one label");
        }
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                if (!Double.isFinite(x.get(i, j))) {
                    throw new IllegalArgumentException("features must be finite, got " + x.get(i, j) + " at row " + i
                            + " and column " + j + "; impute the value or remove the row");
                }
            }
        }
        Map<Integer, Long> counts = Arrays.stream(labels)
                .boxed()
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()));
        if (counts.size() < 2) {
            throw new IllegalArgumentException("at least 2 classes are needed, but every label is " + labels[0]
                    + "; add examples of another class");
        }
        counts.forEach((label, count) -> {
            if (count < folds) {
                throw new IllegalArgumentException("each fold needs a row of each class, but class " + label + " has "
                        + count + " rows for " + folds + " folds; use fewer folds, or more rows of this class");
            }
        });
        return List.copyOf(counts.keySet());
    }
}
