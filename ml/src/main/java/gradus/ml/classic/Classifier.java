package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// An estimator that learns to predict classes: an immutable set of hyperparameters. [#fit] returns a model
/// and changes neither the estimator nor the data.
///
/// A class is named by its label, any `int`; labels need not be consecutive. The same hyperparameters and the
/// same data give the same model: a classifier that uses randomness takes a seed.
///
/// @param <M> the type of the fitted model
public interface Classifier<M extends Classifier.Fitted> {

    /// Fits a model to a training set.
    ///
    /// @param x the features, shape `(n, d)`: n examples of d features
    /// @param labels the class of each row, shape `(n)`; any integers
    /// @throws IllegalArgumentException if there are no rows or no columns, if the numbers of rows and labels
    ///     differ, if a feature is NaN or infinite, or if there is only one class and the model needs two
    M fit(Matrix x, int[] labels);

    /// A classifier that also takes a weight for each row of the training set (scikit-learn's
    /// `sample_weight`). An integer weight counts like that many equal rows, and a weight of 0 like none.
    /// Without weights, each row has weight 1. For weights of classes, see [ClassWeights].
    ///
    /// @param <M> the type of the fitted model
    interface Weighted<M extends Fitted> extends Classifier<M> {

        /// Fits a model to a weighted training set.
        ///
        /// @param x the features, shape `(n, d)`
        /// @param labels the class of each row, shape `(n)`; any integers
        /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, with a sum between 1e-50 and 1e50
        /// @throws IllegalArgumentException as in [Classifier#fit], or if a weight or their number is wrong
        M fit(Matrix x, int[] labels, Vector weights);

        @Override
        default M fit(Matrix x, int[] labels) {
            return fit(x, labels, WeightedRows.ones(x.rows()));
        }
    }

    /// A fitted model that predicts a label for each row.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The labels of the K classes in the training set, ascending.
        List<Integer> classes();

        /// The predicted label of each row, shape `(m)` for `x` of shape `(m, d)`.
        ///
        /// @throws IllegalArgumentException if `x` does not have [#featureCount] columns, or if a value is
        ///     NaN or infinite
        int[] predict(Matrix x);
    }

    /// A fitted model that also predicts the probability of each class.
    interface Probabilistic extends Fitted {

        /// The probability of each class, shape `(m, K)` for `x` of shape `(m, d)`: column k is for label k
        /// of [#classes], and each row sums to 1.
        ///
        /// @throws IllegalArgumentException if `x` does not have [#featureCount] columns, or if a value is
        ///     NaN or infinite
        Matrix probabilities(Matrix x);

        /// The most probable class of each row; of equally probable classes, that with the smallest label.
        @Override
        default int[] predict(Matrix x) {
            return LabelEncoding.argmaxLabels(classes(), probabilities(x));
        }
    }
}
