package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How often each class was taken for each: the confusion matrix, from which come all scores of predicted
/// labels.
///
/// Where a share is asked of nothing (the precision of a class that was never predicted), it is 0.
///
/// Source: C. J. van Rijsbergen, *Information Retrieval*, 2nd edition (1979), chapter 7, for precision,
/// recall and F.
public final class ConfusionMatrix {

    private final List<Integer> classes;
    private final long[][] counts;

    private ConfusionMatrix(List<Integer> classes, long[][] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /// Of the labels of n rows; classes are all labels that come on either side. O(n·log K) for K
    /// classes, and K² memory.
    ///
    /// @param actual the right labels, shape `(n)`
    /// @param predicted the labels that a model gave, shape `(n)`
    /// @throws IllegalArgumentException if there are not as many of both, or none
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

    /// How many rows of class `actual` were taken for class `predicted`.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public long count(int actual, int predicted) {
        return counts[index(actual)][index(predicted)];
    }

    /// All counts, shape `(K, K)`: a row for each actual class, a column for each predicted one.
    public Matrix toMatrix() {
        return Matrix.from(classes.size(), classes.size(), (r, c) -> counts[r][c]);
    }

    /// The share of rows whose label is right. Where one class is rare, it says little: never naming the
    /// rare class gets nearly 1.
    public double accuracy() {
        return ratio(correct(), total());
    }

    /// The mean recall of the classes that are among the actual labels: each class counts the same,
    /// however rare.
    public double balancedAccuracy() {
        return IntStream.range(0, classes.size())
                .filter(k -> actual(k) > 0)
                .mapToDouble(k -> ratio(counts[k][k], actual(k)))
                .average()
                .orElseThrow();
    }

    /// Of the rows that were taken for this class, the share that is of it.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public double precision(int label) {
        int k = index(label);
        return ratio(counts[k][k], predicted(k));
    }

    /// Of the rows of this class, the share that was taken for it.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public double recall(int label) {
        int k = index(label);
        return ratio(counts[k][k], actual(k));
    }

    /// The harmonic mean of precision and recall.
    ///
    /// @throws IllegalArgumentException if there is no such class
    public double f1(int label) {
        return fBeta(label, 1);
    }

    /// The weighted harmonic mean of precision and recall, in which recall counts `beta` times as much.
    ///
    /// @throws IllegalArgumentException if there is no such class, or `beta` is not above 0
    public double fBeta(int label, double beta) {
        if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("recall counts a finite beta above 0 times as much, got " + beta);
        }
        int k = index(label);
        double b = beta * beta;
        return (1 + b) * counts[k][k] / (b * actual(k) + predicted(k));
    }

    /// The mean precision of the classes: each counts the same.
    public double macroPrecision() {
        return macro(this::precision);
    }

    /// The mean recall of the classes: each counts the same, and one that was only predicted counts as 0.
    public double macroRecall() {
        return macro(this::recall);
    }

    /// The mean F1 of the classes: each counts the same.
    public double macroF1() {
        return macro(this::f1);
    }

    /// The F1 of all classes counted together. Where each row has one label it is the accuracy, and so
    /// are precision and recall counted so.
    public double microF1() {
        return accuracy();
    }

    /// The correlation of actual and predicted classes: 1 is best, 0 is chance, or that all rows are of
    /// one class or were taken for one.
    ///
    /// Source: B. W. Matthews, Biochimica et Biophysica Acta 405 (1975), 442–451, for two classes; J.
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

    /// How much of the agreement that chance would not give is there: 1 is best, 0 is chance.
    ///
    /// Source: J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
    /// Measurement 20 (1960), 37–46.
    public double cohenKappa() {
        double n = total();
        double expectedAgreement = 0;
        for (int k = 0; k < classes.size(); k++) {
            expectedAgreement += actual(k) / n * (predicted(k) / n);
        }
        // Where one class is all there is, chance agrees as well as anybody.
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

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private int index(int label) {
        int index = classes.indexOf(label);
        if (index < 0) {
            throw new IllegalArgumentException("no row is or was taken for class " + label + "; there are " + classes);
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

    /// A line for each actual class with its counts, as in `1: [5, 2]`.
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            lines.add(classes.get(k) + ": " + Arrays.toString(counts[k]));
        }
        return String.join("\n", lines);
    }
}
