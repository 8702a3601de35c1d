package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// How a model that writes rows in fewer numbers is made: settings, which never change. Fitting gives the
/// model, and leaves the settings and the data as they are.
///
/// @param <M> the model that fitting gives
public interface Projector<M extends Projector.Fitted> {

    /// The model that these rows give.
    ///
    /// @param x the rows, shape `(n, d)`
    /// @throws IllegalArgumentException if there are no rows or no columns, or if a number is NaN or
    ///     infinite
    M fit(Matrix x);

    /// A model that writes each row in k numbers, and goes back from them as well as it can.
    interface Fitted {

        /// The number of features of a row, d.
        int features();

        /// Each row in k numbers, shape `(m, d)` to `(m, k)`.
        ///
        /// @throws IllegalArgumentException if `x` has not [#features] columns, or if a number is NaN or
        ///     infinite
        Matrix project(Matrix x);

        /// The row that each k numbers stand for, shape `(m, k)` to `(m, d)`.
        ///
        /// @throws IllegalArgumentException if `projected` has not k columns, or if a number is NaN or
        ///     infinite
        Matrix restore(Matrix projected);
    }
}
