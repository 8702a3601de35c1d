package gradus.ml.selection;

import gradus.ml.data.Table;
import gradus.ml.linalg.Vector;

/// A regressor for tables: it turns the columns into features itself. A [PipelineRegressor] is one; another
/// is made with a lambda, such as one that tunes a pipeline (see [CrossValidation#search]).
@FunctionalInterface
public interface TableRegressor {

    /// Fits a model, and the preprocessing before it, to a training set.
    ///
    /// @param features n rows; the target is not among the columns
    /// @param y the target of each row, shape `(n)`
    /// @throws IllegalArgumentException if the numbers of rows and targets differ, or these rows cannot be
    ///     fitted to
    Fitted fit(Table features, Vector y);

    /// A fitted model that predicts a number for each row of a table.
    @FunctionalInterface
    interface Fitted {

        /// The prediction for each row, shape `(m)` for m rows.
        ///
        /// @param features a table with the columns of the training set; others are ignored
        /// @throws IllegalArgumentException if a column is missing, or a value cannot be transformed
        Vector predict(Table features);
    }
}
