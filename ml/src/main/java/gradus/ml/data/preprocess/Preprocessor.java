package gradus.ml.data.preprocess;

import gradus.ml.data.Table;

/// A preprocessing step, not yet fitted: its hyperparameters.
///
/// [#fit] estimates what the step needs (a mean, the categories) from the training set alone and returns it
/// as an object of its own, [Fitted], which transforms any table with the same columns. So no information
/// from a test set leaks into the fit (*data leakage*). In scikit-learn, `fit` and `transform` are methods of
/// the same, mutable object.
public interface Preprocessor {

    /// Fits this step to the training set, which is all rows of the table.
    ///
    /// @throws IllegalArgumentException if a requested column does not exist, has another data type, or has
    ///     no value to fit to
    Fitted fit(Table trainingSet);

    /// A fitted preprocessing step.
    interface Fitted {

        /// Transforms the columns of this step and passes all others through. Rows and their order stay the
        /// same.
        ///
        /// @throws IllegalArgumentException if a column is missing from the table, has another data type than
        ///     in the training set, or holds a value that the step rejects, such as an unknown category
        Table transform(Table table);
    }
}
