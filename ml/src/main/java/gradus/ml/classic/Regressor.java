package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// An estimator that learns to predict numbers: an immutable set of hyperparameters. [#fit] returns a model
/// and changes neither the estimator nor the data.
///
/// The same hyperparameters and the same data give the same model: a regressor that uses randomness takes a
/// seed.
///
/// @param <M> the type of the fitted model
public interface Regressor<M extends Regressor.Fitted> {

    /// Fits a model to a training set.
    ///
    /// @param x the features, shape `(n, d)`: n examples of d features
    /// @param y the target of each row, shape `(n)`
    /// @throws IllegalArgumentException if there are no rows or no columns, if the numbers of rows and
    ///     targets differ, or if a value is NaN or infinite
    M fit(Matrix x, Vector y);

    /// A regressor that also takes a weight for each row of the training set (scikit-learn's
    /// `sample_weight`). An integer weight counts like that many equal rows, and a weight of 0 like none.
    /// Without weights, each row has weight 1.
    ///
    /// @param <M> the type of the fitted model
    interface Weighted<M extends Fitted> extends Regressor<M> {

        /// Fits a model to a weighted training set.
        ///
        /// @param x the features, shape `(n, d)`
        /// @param y the target of each row, shape `(n)`
        /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, with a sum between 1e-50 and 1e50
        /// @throws IllegalArgumentException as in [Regressor#fit], or if a weight or their number is wrong
        M fit(Matrix x, Vector y, Vector weights);

        @Override
        default M fit(Matrix x, Vector y) {
            return fit(x, y, WeightedRows.ones(x.rows()));
        }
    }

    /// A fitted model that predicts a number for each row.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The prediction for each row, shape `(m)` for `x` of shape `(m, d)`.
        ///
        /// @throws IllegalArgumentException if `x` does not have [#featureCount] columns, or if a value is
        ///     NaN or infinite
        Vector predict(Matrix x);
    }
}
