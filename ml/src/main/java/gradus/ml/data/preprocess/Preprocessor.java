package gradus.ml.data.preprocess;

import gradus.ml.data.Table;

/// A step between a table as it comes and the numbers that a model wants: settings, not yet fitted.
///
/// What there is to learn (a mean, the categories) is learned by [#fit] from the rows to train on, and from
/// nothing else; what was learned is a value of its own, [Fitted], which then turns any table of the same
/// columns into another. That is how a test set stays unseen.
public interface Preprocessor {

    /// Learns from the rows to train on.
    ///
    /// @throws IllegalArgumentException if the table has not the columns that are asked for, of the right
    ///     kind, or one has no value to learn from
    Fitted fit(Table trainingSet);

    /// A step that has learned what it needs.
    interface Fitted {

        /// A table of the same rows in the same order, whose columns are encoded. Other columns stay as
        /// they are.
        ///
        /// @throws IllegalArgumentException if a column is not there, is of another kind, or holds what the
        ///     step was told to refuse
        Table transform(Table table);
    }
}
