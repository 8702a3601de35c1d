package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Numerics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Confusion matrix: how often each true class was predicted as each class. All metrics of predicted labels
/// are computed from it.
///
/// **Weights.** With a weight for each row, every count is the sum of the weights of its rows. An integer
/// weight counts like that many equal rows, a weight of 0 like none.
///
/// Where a ratio is 0/0, such as the precision of a class that was never predicted, it is 0 (scikit-learn's
/// `zero_division=0`).
///
/// Source for precision, recall and F: C. J. van Rijsbergen, *Information Retrieval*, 2nd edition (1979),
/// chapter 7.
public final class ConfusionMatrix {

    private final List<Integer> classes;
    private final double[][] counts;

    private ConfusionMatrix(List<Integer> classes, double[][] counts) {
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
        return of(actual, predicted, Means.ones(actual.length));
    }

    /// The confusion matrix of n weighted rows. Its classes are the labels of the rows whose weight is above
    /// 0.
    ///
    /// @param actual the true labels, shape `(n)`
    /// @param predicted the labels predicted by a model, shape `(n)`
    /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, not all 0
    /// @throws IllegalArgumentException if the numbers of labels, predictions and weights differ or are 0, or
    ///     a weight is out of range
    public static ConfusionMatrix of(int[] actual, int[] predicted, Vector weights) {
        MetricPreconditions.requireSameLength("labels", actual.length, "predictions", predicted.length);
        MetricPreconditions.requireWeights(actual.length, weights);
        int[] labels = IntStream.range(0, actual.length)
                .filter(row -> weights.get(row) > 0)
                .flatMap(row -> IntStream.of(actual[row], predicted[row]))
                .sorted()
                .distinct()
                .toArray();
        double[][] counts = new double[labels.length][labels.length];
        for (int row = 0; row < actual.length; row++) {
            if (weights.get(row) > 0) {
                int k = Arrays.binarySearch(labels, actual[row]);
                counts[k][Arrays.binarySearch(labels, predicted[row])] += weights.get(row);
            }
        }
        return new ConfusionMatrix(Arrays.stream(labels).boxed().toList(), counts);
    }

    /// The labels of the K classes, ascending.
    public List<Integer> classes() {
        return classes;
    }

    /// The number of rows of class `actual` that were predicted as class `predicted`, or the sum of their
    /// weights.
    ///
    /// @throws IllegalArgumentException if a class is unknown
    public double count(int actual, int predicted) {
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
        // Beyond these limits the score is the precision or the recall, and 1/beta could be infinite.
        double b = Math.clamp(beta, 1e-150, 1e150);
        return ratio(counts[k][k], (b * actual(k) + predicted(k) / b) / (b + 1 / b));
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
        double covariance = correct() * total();
        double actualVariance = 0;
        double predictedVariance = 0;
        for (int k = 0; k < classes.size(); k++) {
            covariance -= actual(k) * predicted(k);
            actualVariance += actual(k) * others(k, this::actual);
            predictedVariance += predicted(k) * others(k, this::predicted);
        }
        double spread = Math.sqrt(actualVariance * predictedVariance);
        return spread == 0 ? 0 : Math.clamp(covariance / spread, -1, 1);
    }

    /// Cohen's kappa: `(accuracy − expected)/(1 − expected)`, where `expected` is the agreement by chance of
    /// independent labels with the same frequencies. 1 is best, 0 is random guessing; 1 also if there is only
    /// one class.
    ///
    /// Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
    /// Measurement 20 (1960), 37–46.
    public double cohenKappa() {
        double disagreement = 0;
        double expectedDisagreement = 0;
        for (int k = 0; k < classes.size(); k++) {
            double[] row = counts[k];
            disagreement += others(k, other -> row[other]);
            expectedDisagreement += actual(k) * (others(k, this::predicted) / total());
        }
        // With a single class both are 0.
        return disagreement == 0 ? 1 : 1 - disagreement / expectedDisagreement;
    }

    private double macro(ToDoubleFunction<Integer> score) {
        return classes.stream().mapToDouble(score).average().orElseThrow();
    }

    private double actual(int k) {
        return Numerics.sum(counts[k]);
    }

    private double predicted(int k) {
        return Numerics.sum(Arrays.stream(counts).mapToDouble(row -> row[k]).toArray());
    }

    /// The sum over all classes but k. A difference from the total would leave a rounding error where there
    /// is no other class.
    private double others(int k, IntToDoubleFunction count) {
        return IntStream.range(0, classes.size())
                .filter(other -> other != k)
                .mapToDouble(count)
                .sum();
    }

    private double correct() {
        return Numerics.sum(IntStream.range(0, classes.size())
                .mapToDouble(k -> counts[k][k])
                .toArray());
    }

    private double total() {
        return Numerics.sum(
                IntStream.range(0, classes.size()).mapToDouble(this::actual).toArray());
    }

    private static double ratio(double numerator, double denominator) {
        return denominator == 0 ? 0 : Math.min(1, numerator / denominator);
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
            lines.add(classes.get(k) + ": "
                    + Arrays.stream(counts[k])
                            .mapToObj(ConfusionMatrix::shortest)
                            .toList());
        }
        return String.join("\n", lines);
    }

    private static String shortest(double count) {
        return count == Math.rint(count) && count < 1e15 ? Long.toString((long) count) : Double.toString(count);
    }
}
