package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// How a model that writes rows in fewer numbers is made: settings, which never change. Fitting gives the
/// model, and leaves the settings and the data as they are.
///
/// @param <M> the model that fitting gives
public interface DimensionalityReducer<M extends DimensionalityReducer.Fitted> {

    /// The model that these rows give.
    ///
    /// @param x the rows, shape `(n, d)`
    /// @throws IllegalArgumentException if there are no rows or no columns, or if a number is NaN or
    ///     infinite
    M fit(Matrix x);

    /// A model that writes each row in k numbers, and goes back from them as well as it can.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// Each row in k numbers, shape `(m, d)` to `(m, k)`.
        ///
        /// @throws IllegalArgumentException if `x` has not [#featureCount] columns, or if a number is NaN or
        ///     infinite
        Matrix transform(Matrix x);

        /// The row that each k numbers stand for, shape `(m, k)` to `(m, d)`.
        ///
        /// @throws IllegalArgumentException if `transformed` has not k columns, or if a number is NaN or
        ///     infinite
        Matrix inverseTransform(Matrix transformed);
    }
}
