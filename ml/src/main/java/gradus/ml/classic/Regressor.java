package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// How a model that predicts numbers is made: settings, which never change. Fitting gives the model, and
/// leaves the settings and the data as they are.
///
/// The same settings and the same data give the same model: a regressor that needs chance has a seed
/// among its settings.
///
/// @param <M> the model that fitting gives
public interface Regressor<M extends Regressor.Fitted> {

    /// The model that these examples give.
    ///
    /// @param x the examples, shape `(n, d)`: n rows of d features
    /// @param y what each row should give, shape `(n)`
    /// @throws IllegalArgumentException if there are no rows or no columns, if there is not one target
    ///     for each row, or if a number is NaN or infinite
    M fit(Matrix x, Vector y);

    /// A model that predicts a number for each row.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The prediction for each row, shape `(m, d)` to `(m)`.
        ///
        /// @throws IllegalArgumentException if `x` has not [#featureCount] columns, or if a number is NaN or
        ///     infinite
        Vector predict(Matrix x);
    }
}
