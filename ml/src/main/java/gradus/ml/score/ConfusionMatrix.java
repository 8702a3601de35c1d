package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Confusion matrix: how often each true class was predicted as each class. All metrics of predicted labels
/// are computed from it.
///
/// Where a ratio is 0/0, such as the precision of a class that was never predicted, it is 0 (scikit-learn's
/// `zero_division=0`).
///
/// Source for precision, recall and F: C. J. van Rijsbergen, *Information Retrieval*, 2nd edition (1979),
/// chapter 7.
public final class ConfusionMatrix {

    private final List<Integer> classes;
    private final long[][] counts;

    private ConfusionMatrix(List<Integer> classes, long[][] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /// The confusion matrix of n rows. Its classes are all labels that occur, true or predicted.
    /// O(n·log n + K²) time and O(n + K²) memory for K classes.
    ///
    /// @param actual the true labels, shape `(n)`
    /// @param predicted the labels predicted by a model, shape `(n)`
    /// @throws IllegalArgumentException if the numbers of labels and predictions differ or are 0
    public static ConfusionMatrix of(int[] actual, int[] predicted) {
        MetricPreconditions.requireSameLength("labels", actual.length, "predictions", predicted.length);
        int[] labels = IntStream.concat(Arrays.stream(actual), Arrays.stream(predicted))
                .sorted()
                .distinct()
                .toArray();
        long[][] counts = new long[labels.length][labels.length];
        for (int row = 0; row < actual.length; row++) {
            counts[Arrays.binarySearch(labels, actual[row])][Arrays.binarySearch(labels, predicted[row])]++;
        }
        return new ConfusionMatrix(Arrays.stream(labels).boxed().toList(), counts);
    }

    /// The labels of the K classes, ascending.
    public List<Integer> classes() {
        return classes;
    }

    /// The number of rows of class `actual` that were predicted as class `predicted`.
    ///
    /// @throws IllegalArgumentException if a class is unknown
    public long count(int actual, int predicted) {
        return counts[index(actual)][index(predicted)];
    }

    /// All counts, shape `(K, K)`: one row per true class, one column per predicted class.
    public Matrix toMatrix() {
        return Matrix.from(classes.size(), classes.size(), (r, c) -> counts[r][c]);
    }

    /// Accuracy: the fraction of rows whose label is right. It is misleading if a class is rare: a model that
    /// never predicts the rare class gets nearly 1.
    public double accuracy() {
        return ratio(correct(), total());
    }

    /// Balanced accuracy: the mean recall of the classes among the true labels. Each class has the same
    /// weight, however rare.
    public double balancedAccuracy() {
        return IntStream.range(0, classes.size())
                .filter(k -> actual(k) > 0)
                .mapToDouble(k -> ratio(counts[k][k], actual(k)))
                .average()
                .orElseThrow();
    }

    /// Precision: the fraction of the rows predicted as this class that belong to it.
    ///
    /// @throws IllegalArgumentException if the class is unknown
    public double precision(int label) {
        int k = index(label);
        return ratio(counts[k][k], predicted(k));
    }

    /// Recall (sensitivity): the fraction of the rows of this class that were predicted as it.
    ///
    /// @throws IllegalArgumentException if the class is unknown
    public double recall(int label) {
        int k = index(label);
        return ratio(counts[k][k], actual(k));
    }

    /// F1 score: the harmonic mean of precision and recall.
    ///
    /// @throws IllegalArgumentException if the class is unknown
    public double f1(int label) {
        return fBeta(label, 1);
    }

    /// F-beta score: the weighted harmonic mean of precision and recall in which recall counts `beta` times
    /// as much as precision.
    ///
    /// @throws IllegalArgumentException if the class is unknown, or `beta` is not finite and above 0
    public double fBeta(int label, double beta) {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("beta must be finite and above 0, got " + beta);
        }
        int k = index(label);
        double b = beta * beta;
        return (1 + b) * counts[k][k] / (b * actual(k) + predicted(k));
    }

    /// Macro precision: the unweighted mean precision of the classes.
    public double macroPrecision() {
        return macro(this::precision);
    }

    /// Macro recall: the unweighted mean recall of the classes. A class that was predicted but never occurs
    /// counts as 0.
    public double macroRecall() {
        return macro(this::recall);
    }

    /// Macro F1: the unweighted mean F1 of the classes.
    public double macroF1() {
        return macro(this::f1);
    }

    /// Micro F1: the F1 of the counts of all classes added up. With one label per row, micro precision, micro
    /// recall and micro F1 all equal the accuracy.
    public double microF1() {
        return accuracy();
    }

    /// Matthews correlation coefficient (MCC) of true and predicted classes. 1 is best; 0 is random guessing,
    /// or all rows belong to one class or were predicted as one.
    ///
    /// Sources: B. W. Matthews, Biochimica et Biophysica Acta 405 (1975), 442–451, for two classes; J.
    /// Gorodkin, Computational Biology and Chemistry 28 (2004), 367–374, for more.
    public double matthewsCorrelation() {
        double n = total();
        double cross = 0;
        double actualSquares = 0;
        double predictedSquares = 0;
        for (int k = 0; k < classes.size(); k++) {
            cross += (double) actual(k) * predicted(k);
            actualSquares += (double) actual(k) * actual(k);
            predictedSquares += (double) predicted(k) * predicted(k);
        }
        double spread = Math.sqrt(n * n - actualSquares) * Math.sqrt(n * n - predictedSquares);
        return spread == 0 ? 0 : (correct() * n - cross) / spread;
    }

    /// Cohen's kappa: `(accuracy − expected)/(1 − expected)`, where `expected` is the agreement by chance of
    /// independent labels with the same frequencies. 1 is best, 0 is random guessing; 1 also if there is only
    /// one class.
    ///
    /// Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
    /// Measurement 20 (1960), 37–46.
    public double cohenKappa() {
        double n = total();
        double expectedAgreement = 0;
        for (int k = 0; k < classes.size(); k++) {
            expectedAgreement += actual(k) / n * (predicted(k) / n);
        }
        // With a single class the expected agreement is 1, and the formula is 0/0.
        return classes.size() == 1 ? 1 : (accuracy() - expectedAgreement) / (1 - expectedAgreement);
    }

    private double macro(ToDoubleFunction<Integer> score) {
        return classes.stream().mapToDouble(score).average().orElseThrow();
    }

    private long actual(int k) {
        return Arrays.stream(counts[k]).sum();
    }

    private long predicted(int k) {
        return Arrays.stream(counts).mapToLong(row -> row[k]).sum();
    }

    private long correct() {
        return IntStream.range(0, classes.size()).mapToLong(k -> counts[k][k]).sum();
    }

    private long total() {
        return Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).sum();
    }

    private static double ratio(long numerator, long denominator) {
        return denominator == 0 ? 0 : (double) numerator / denominator;
    }

    private int index(int label) {
        int index = classes.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("unknown class " + label + ", expected one of " + classes);
        }
        return index;
    }

    /// Whether `object` has the same classes and counts.
    @Override
    public boolean equals(Object object) {
        return object instanceof ConfusionMatrix other
                && classes.equals(other.classes)
                && Arrays.deepEquals(counts, other.counts);
    }

    @Override
    public int hashCode() {
        return 31 * classes.hashCode() + Arrays.deepHashCode(counts);
    }

    /// One line per true class with its counts, as in `1: [5, 2]`.
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            lines.add(classes.get(k) + ": " + Arrays.toString(counts[k]));
        }
        return String.join("\n", lines);
    }
}
