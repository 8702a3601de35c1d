package gradus.ml.score;

import gradus.ml.linalg.Vector;

/// Metrics for predicted labels, one number each. [ConfusionMatrix] has more of them, and computes several at
/// once.
///
/// Labels have shape `(n)`, n ≥ 1; every metric throws an `IllegalArgumentException` for other lengths. It
/// costs O(n·log n + K²) for K classes.
///
/// **Weights.** Each metric has a second form with a weight for each row, shape `(n)`: finite, at least 0,
/// not all 0. An integer weight counts like that many equal rows, a weight of 0 like none.
public final class ClassificationMetrics {

    private ClassificationMetrics() {}

    /// Accuracy: the fraction of rows whose label is right; 1 is best.
    ///
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static double accuracy(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).accuracy();
    }

    /// [#accuracy(int\[\], int\[\])] with a weight for each row.
    public static double accuracy(int[] actual, int[] predicted, Vector weights) {
        return ConfusionMatrix.of(actual, predicted, weights).accuracy();
    }

    /// Balanced accuracy: the mean recall of the classes among the true labels; 1 is best.
    ///
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static double balancedAccuracy(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).balancedAccuracy();
    }

    /// [#balancedAccuracy(int\[\], int\[\])] with a weight for each row.
    public static double balancedAccuracy(int[] actual, int[] predicted, Vector weights) {
        return ConfusionMatrix.of(actual, predicted, weights).balancedAccuracy();
    }

    /// Macro F1: the mean F1 of all classes; 1 is best.
    ///
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static double macroF1(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).macroF1();
    }

    /// [#macroF1(int\[\], int\[\])] with a weight for each row.
    public static double macroF1(int[] actual, int[] predicted, Vector weights) {
        return ConfusionMatrix.of(actual, predicted, weights).macroF1();
    }

    /// Matthews correlation coefficient (MCC) of true and predicted classes; 1 is best, 0 is random guessing.
    ///
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static double matthewsCorrelation(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).matthewsCorrelation();
    }

    /// [#matthewsCorrelation(int\[\], int\[\])] with a weight for each row.
    public static double matthewsCorrelation(int[] actual, int[] predicted, Vector weights) {
        return ConfusionMatrix.of(actual, predicted, weights).matthewsCorrelation();
    }

    /// Cohen's kappa: agreement beyond that of random guessing; 1 is best, 0 is random guessing.
    ///
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static double cohenKappa(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).cohenKappa();
    }

    /// [#cohenKappa(int\[\], int\[\])] with a weight for each row.
    public static double cohenKappa(int[] actual, int[] predicted, Vector weights) {
        return ConfusionMatrix.of(actual, predicted, weights).cohenKappa();
    }

    /// One-vs-rest encoding: whether each label is `positiveLabel`, shape `(n)`. ROC curves, precision–recall
    /// curves and calibration curves take such Booleans.
    public static boolean[] oneVsRest(int[] labels, int positiveLabel) {
        boolean[] positive = new boolean[labels.length];
        for (int row = 0; row < labels.length; row++) {
            positive[row] = labels[row] == positiveLabel;
        }
        return positive;
    }
}
