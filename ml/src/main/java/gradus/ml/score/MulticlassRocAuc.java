package gradus.ml.score;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;
import java.util.stream.IntStream;

/// Area under the ROC curve for K classes: an average of two-class areas ([RocCurve#auc]). It corresponds to
/// scikit-learn's `roc_auc_score` with `multi_class` and `average`.
///
/// - [#oneVsRest] compares each class with all others together. It depends on how frequent the classes are.
/// - [#oneVsOne] compares each pair of classes, and with [Average#MACRO] does not depend on the frequencies.
///
/// For two classes both are the usual area if the two scores of each row sum to 1, as probabilities do.
///
/// **Weights.** Both have a second form with a weight for each row, shape `(n)`. An integer weight counts
/// like that many equal rows, a weight of 0 like none. scikit-learn has weights for one-vs-rest only.
///
/// Sources: D. J. Hand and R. J. Till, "A Simple Generalisation of the Area Under the ROC Curve for Multiple
/// Class Classification Problems", Machine Learning 45 (2001), 171–186, for one-vs-one; T. Fawcett, "An
/// Introduction to ROC Analysis", Pattern Recognition Letters 27 (2006), 861–874, for one-vs-rest.
public final class MulticlassRocAuc {

    private MulticlassRocAuc() {}

    /// How areas are averaged.
    public enum Average {
        /// Every class, or pair of classes, counts the same.
        MACRO,
        /// A class, or pair of classes, counts as much as it has rows.
        WEIGHTED
    }

    /// The average over the classes of the area for that class against the rest. O(K·n·log n).
    ///
    /// @param actual the true class of each row, shape `(n)`
    /// @param scores the score of each class, higher for more probable, shape `(n, K)`, finite
    /// @param classes the label of each column, distinct, at least 2
    /// @throws IllegalArgumentException if shapes do not match, a score is NaN or infinite, a label is not
    ///     one of the classes, or a class has no rows
    public static double oneVsRest(int[] actual, Matrix scores, List<Integer> classes, Average average) {
        return oneVsRest(actual, scores, classes, average, Means.ones(actual.length));
    }

    /// [#oneVsRest(int\[\], Matrix, List, Average)] with a weight for each row.
    public static double oneVsRest(
            int[] actual, Matrix scores, List<Integer> classes, Average average, Vector weights) {
        double[] classWeights = classWeights(actual, scores, classes, weights);
        double[] areas = new double[classes.size()];
        for (int k = 0; k < areas.length; k++) {
            boolean[] positive = ClassificationMetrics.oneVsRest(actual, classes.get(k));
            areas[k] = RocCurve.of(positive, scores.column(k), weights).auc();
        }
        return mean(areas, classWeights, average);
    }

    /// The average over all pairs of classes of the area for rows of these two classes: the mean of the area
    /// for the first class by its own score and that for the second by its own. O(K·n·log n).
    ///
    /// @param actual the true class of each row, shape `(n)`
    /// @param scores the score of each class, higher for more probable, shape `(n, K)`, finite
    /// @param classes the label of each column, distinct, at least 2
    /// @throws IllegalArgumentException if shapes do not match, a score is NaN or infinite, a label is not
    ///     one of the classes, or a class has no rows
    public static double oneVsOne(int[] actual, Matrix scores, List<Integer> classes, Average average) {
        return oneVsOne(actual, scores, classes, average, Means.ones(actual.length));
    }

    /// [#oneVsOne(int\[\], Matrix, List, Average)] with a weight for each row.
    public static double oneVsOne(int[] actual, Matrix scores, List<Integer> classes, Average average, Vector weights) {
        double[] classWeights = classWeights(actual, scores, classes, weights);
        int pairs = classes.size() * (classes.size() - 1) / 2;
        double[] areas = new double[pairs];
        double[] pairWeights = new double[pairs];
        for (int first = 0, pair = 0; first < classes.size(); first++) {
            for (int second = first + 1; second < classes.size(); second++, pair++) {
                areas[pair] = (area(actual, scores, classes, weights, first, second)
                                + area(actual, scores, classes, weights, second, first))
                        / 2;
                pairWeights[pair] = classWeights[first] + classWeights[second];
            }
        }
        return mean(areas, pairWeights, average);
    }

    /// The area for the rows of two classes, by the score of the first, which is the positive one.
    private static double area(
            int[] actual, Matrix scores, List<Integer> classes, Vector weights, int positiveClass, int otherClass) {
        int positiveLabel = classes.get(positiveClass);
        int otherLabel = classes.get(otherClass);
        int[] rows = IntStream.range(0, actual.length)
                .filter(row -> actual[row] == positiveLabel || actual[row] == otherLabel)
                .toArray();
        boolean[] positive = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positive[i] = actual[rows[i]] == positiveLabel;
        }
        return RocCurve.of(
                        positive,
                        Vector.from(rows.length, i -> scores.get(rows[i], positiveClass)),
                        Vector.from(rows.length, i -> weights.get(rows[i])))
                .auc();
    }

    private static double mean(double[] areas, double[] sizes, Average average) {
        return switch (average) {
            case MACRO -> Means.mean(areas);
            case WEIGHTED -> Means.mean(areas, Vector.of(sizes));
        };
    }

    /// The total weight of the rows of each class, shape `(K)`, after a check of all arguments.
    private static double[] classWeights(int[] actual, Matrix scores, List<Integer> classes, Vector weights) {
        MetricPreconditions.requireSameLength("labels", actual.length, "rows of scores", scores.rows());
        MetricPreconditions.requireWeights(actual.length, weights);
        ProbabilityMetrics.requireDistinct(classes);
        if (scores.columns() != classes.size() || classes.size() < 2) {
            throw new IllegalArgumentException("scores must have one column for each of at least 2 classes, but they"
                    + " have shape " + scores.shape() + " and the classes are " + classes);
        }
        double[] classWeights = new double[classes.size()];
        for (int row = 0; row < actual.length; row++) {
            int k = classes.indexOf(actual[row]);
            if (k < 0) {
                throw new IllegalArgumentException(
                        "label " + actual[row] + " at row " + row + " is not one of the classes " + classes);
            }
            classWeights[k] += weights.get(row);
        }
        for (int k = 0; k < classWeights.length; k++) {
            if (classWeights[k] == 0) {
                throw new IllegalArgumentException("class " + classes.get(k)
                        + " has no rows, so it has no ROC curve; use rows of every class, as stratified folds do");
            }
        }
        return classWeights;
    }
}
