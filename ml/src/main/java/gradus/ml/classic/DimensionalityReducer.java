package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// An estimator that learns to represent rows of d features by fewer numbers: an immutable set of
/// hyperparameters. [#fit] returns a model and changes neither the estimator nor the data.
///
/// @param <M> the type of the fitted model
public interface DimensionalityReducer<M extends DimensionalityReducer.Fitted> {

    /// Fits a model to these rows.
    ///
    /// @param x the features, shape `(n, d)`
    /// @throws IllegalArgumentException if there are no rows or no columns, or if a value is NaN or infinite
    M fit(Matrix x);

    /// A fitted model that maps d features to k components, and approximately back.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The k components of each row, shape `(m, k)` for `x` of shape `(m, d)`.
        ///
        /// @throws IllegalArgumentException if `x` does not have [#featureCount] columns, or if a value is
        ///     NaN or infinite
        Matrix transform(Matrix x);

        /// The reconstructed features of each row of components, shape `(m, d)` for `transformed` of shape
        /// `(m, k)`.
        ///
        /// @throws IllegalArgumentException if `transformed` does not have k columns, or if a value is NaN or
        ///     infinite
        Matrix inverseTransform(Matrix transformed);
    }
}
