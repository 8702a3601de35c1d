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
