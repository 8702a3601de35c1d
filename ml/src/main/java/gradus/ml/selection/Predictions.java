package gradus.ml.selection;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.score.ClassificationMetric;
import gradus.ml.score.ClassificationMetrics;
import gradus.ml.score.ConfusionMatrix;
import gradus.ml.score.RegressionMetric;
import gradus.ml.score.RocCurve;
import java.util.Arrays;
import java.util.List;

/// Out-of-fold predictions of a cross-validation, next to the truth: each row is predicted by a model that
/// has not seen it.
///
/// A metric of all of them is not the mean of the scores of the test sets: of metrics such as R² or the area
/// under the ROC curve, it compares rows that different models predicted. Use it to look at errors, to choose
/// a decision threshold, or where test sets are too small for a metric.
public sealed interface Predictions {

    /// The row indices of the tested rows, in ascending order, as a copy: all rows for k-fold, the later ones
    /// for splits by time.
    int[] rows();

    /// Predicted numbers.
    ///
    /// @param rows the row indices, ascending, shape `(m)`
    /// @param actual the target of each of these rows, shape `(m)`
    /// @param predicted the prediction for each of these rows, shape `(m)`
    record Numbers(int[] rows, Vector actual, Vector predicted) implements Predictions {

        /// @throws IllegalArgumentException if lengths differ
        public Numbers {
            rows = rows.clone();
            requireLengths(rows.length, actual.size(), predicted.size());
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        /// The metric of all rows together.
        ///
        /// @throws IllegalArgumentException as in [RegressionMetric#compute(Vector, Vector)]
        public double score(RegressionMetric metric) {
            return metric.compute(actual, predicted);
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Numbers other
                    && Arrays.equals(rows, other.rows)
                    && actual.equals(other.actual)
                    && predicted.equals(other.predicted);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(rows) + predicted.hashCode();
        }
    }

    /// Predicted labels.
    ///
    /// @param rows the row indices, ascending, shape `(m)`
    /// @param actual the class of each of these rows, shape `(m)`
    /// @param predicted the predicted class of each of these rows, shape `(m)`
    record Labels(int[] rows, int[] actual, int[] predicted) implements Predictions {

        /// @throws IllegalArgumentException if lengths differ
        public Labels {
            rows = rows.clone();
            actual = actual.clone();
            predicted = predicted.clone();
            requireLengths(rows.length, actual.length, predicted.length);
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        /// The class of each row, as a copy.
        @Override
        public int[] actual() {
            return actual.clone();
        }

        /// The predicted class of each row, as a copy.
        @Override
        public int[] predicted() {
            return predicted.clone();
        }

        /// The metric of all rows together.
        ///
        /// @throws IllegalArgumentException if the metric is undefined for these labels
        public double score(ClassificationMetric.OfLabels metric) {
            return metric.formula().compute(actual, predicted, Decisions.ones(rows.length));
        }

        /// How often each class was predicted as each class.
        public ConfusionMatrix confusionMatrix() {
            return ConfusionMatrix.of(actual, predicted);
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Labels other
                    && Arrays.equals(rows, other.rows)
                    && Arrays.equals(actual, other.actual)
                    && Arrays.equals(predicted, other.predicted);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(rows) + Arrays.hashCode(predicted);
        }
    }

    /// Predicted class probabilities.
    ///
    /// @param rows the row indices, ascending, shape `(m)`
    /// @param actual the class of each of these rows, shape `(m)`
    /// @param classes the labels of the K classes, ascending
    /// @param probabilities the probability of each class for each of these rows, shape `(m, K)`
    record Probabilities(int[] rows, int[] actual, List<Integer> classes, Matrix probabilities) implements Predictions {

        /// @throws IllegalArgumentException if the numbers of rows or of classes differ
        public Probabilities {
            rows = rows.clone();
            actual = actual.clone();
            classes = List.copyOf(classes);
            requireLengths(rows.length, actual.length, probabilities.rows());
            if (classes.size() != probabilities.columns()) {
                throw new IllegalArgumentException("each class needs a column of probabilities, got " + classes.size()
                        + " classes and " + probabilities.columns() + " columns");
            }
        }

        @Override
        public int[] rows() {
            return rows.clone();
        }

        /// The class of each row, as a copy.
        @Override
        public int[] actual() {
            return actual.clone();
        }

        /// The metric of all rows together; a metric of labels is given the most probable class.
        ///
        /// @throws IllegalArgumentException if the metric is undefined for these labels
        public double score(ClassificationMetric metric) {
            return switch (metric) {
                case ClassificationMetric.OfLabels ofLabels -> mostProbable().score(ofLabels);
                case ClassificationMetric.OfProbabilities ofProbabilities ->
                    ofProbabilities.formula().compute(actual, probabilities, classes, Decisions.ones(rows.length));
            };
        }

        /// The ROC curve of a class against the rest, from which a decision threshold can be chosen.
        ///
        /// @param positiveLabel one of the classes
        /// @throws IllegalArgumentException if there is no such class, or only one class occurs
        public RocCurve rocCurve(int positiveLabel) {
            int column = classes.indexOf(positiveLabel);
            if (column < 0) {
                throw new IllegalArgumentException(
                        "there is no class " + positiveLabel + "; the classes are " + classes);
            }
            return RocCurve.of(ClassificationMetrics.oneVsRest(actual, positiveLabel), probabilities.column(column));
        }

        /// The most probable class of each row; of equally probable classes, that with the smallest label.
        public Labels mostProbable() {
            return new Labels(rows, actual, Decisions.mostProbable(classes, probabilities));
        }

        /// The labels with a decision threshold of your own: the second of two classes where its probability
        /// is at least `threshold`, else the first.
        ///
        /// @throws IllegalArgumentException if there are not two classes, or the threshold is NaN
        public Labels at(double threshold) {
            return new Labels(rows, actual, Decisions.at(threshold, classes, probabilities));
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof Probabilities other
                    && Arrays.equals(rows, other.rows)
                    && Arrays.equals(actual, other.actual)
                    && classes.equals(other.classes)
                    && probabilities.equals(other.probabilities);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(rows) + probabilities.hashCode();
        }
    }

    private static void requireLengths(int rows, int actual, int predicted) {
        if (actual != rows || predicted != rows) {
            throw new IllegalArgumentException("each row needs a true and a predicted value, got " + rows + " rows, "
                    + actual + " true and " + predicted + " predicted values");
        }
    }
}
