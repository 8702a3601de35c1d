package gradus.ml.score;

/// How well predicted labels fit, in one number each. [ConfusionMatrix] says more, and more than one thing at
/// a time.
///
/// Labels have shape `(n)`, n at least 1; other lengths are refused. Every score costs O(n·log K) for K
/// classes.
public final class ClassificationMetrics {

    private ClassificationMetrics() {}

    /// The share of rows whose label is right; 1 is best.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as predictions, or none
    public static double accuracy(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).accuracy();
    }

    /// The mean recall of the actual classes; 1 is best.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as predictions, or none
    public static double balancedAccuracy(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).balancedAccuracy();
    }

    /// The mean F1 of the classes; 1 is best.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as predictions, or none
    public static double macroF1(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).macroF1();
    }

    /// The correlation of actual and predicted classes; 1 is best, 0 is chance.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as predictions, or none
    public static double matthewsCorrelation(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).matthewsCorrelation();
    }

    /// Agreement beyond chance; 1 is best, 0 is chance.
    ///
    /// @throws IllegalArgumentException if there are not as many labels as predictions, or none
    public static double cohenKappa(int[] actual, int[] predicted) {
        return ConfusionMatrix.of(actual, predicted).cohenKappa();
    }

    /// Whether each label is this one, shape `(n)`: one class against all others, as curves and
    /// calibration want it.
    public static boolean[] oneVsRest(int[] labels, int positiveLabel) {
        boolean[] positive = new boolean[labels.length];
        for (int row = 0; row < labels.length; row++) {
            positive[row] = labels[row] == positiveLabel;
        }
        return positive;
    }
}
