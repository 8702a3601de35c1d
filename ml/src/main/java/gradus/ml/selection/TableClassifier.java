package gradus.ml.selection;

import gradus.ml.data.Table;
import gradus.ml.linalg.Matrix;
import java.util.List;

/// A classifier for tables: it turns the columns into features itself. A [PipelineClassifier] is one; another
/// is made with a lambda, such as one that tunes a pipeline (see [CrossValidation#search]).
@FunctionalInterface
public interface TableClassifier {

    /// Fits a model, and the preprocessing before it, to a training set.
    ///
    /// @param features n rows; the class is not among the columns
    /// @param labels the class of each row, shape `(n)`; any integers, such as those of
    ///     [gradus.ml.data.preprocess.EncodedLabels#classIndices]
    /// @throws IllegalArgumentException if the numbers of rows and labels differ, or these rows cannot be
    ///     fitted to
    Fitted fit(Table features, int[] labels);

    /// A fitted model that predicts a label for each row of a table.
    interface Fitted {

        /// The labels of the K classes in the training set, ascending.
        List<Integer> classes();

        /// The predicted label of each row, shape `(m)` for m rows.
        ///
        /// @param features a table with the columns of the training set; others are ignored
        /// @throws IllegalArgumentException if a column is missing, or a value cannot be transformed
        int[] predict(Table features);

        /// The probability of each class, shape `(m, K)` for m rows: column k is for label k of [#classes].
        ///
        /// @param features a table with the columns of the training set; others are ignored
        /// @throws IllegalArgumentException as in [#predict], or if the model predicts labels only
        Matrix probabilities(Table features);

        /// The predicted label of each row with a decision threshold of your own, shape `(m)` for m rows: the
        /// second of two classes where its probability is at least `threshold`, else the first.
        ///
        /// @param features a table with the columns of the training set; others are ignored
        /// @param threshold such as that of [gradus.ml.score.RocCurve#minimumCostThreshold]; positive
        ///     infinity to predict the first class always
        /// @throws IllegalArgumentException as in [#probabilities], if there are not two classes, or if the
        ///     threshold is NaN
        default int[] predictAt(double threshold, Table features) {
            return Decisions.at(threshold, classes(), probabilities(features));
        }
    }
}
