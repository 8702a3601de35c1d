package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import java.util.List;

/// How a model that predicts classes is made: settings, which never change. Fitting gives the model, and
/// leaves the settings and the data as they are.
///
/// A class is named by a label, any `int`; labels need not be neighbours. The same settings and the same
/// data give the same model: a classifier that needs chance has a seed among its settings.
///
/// @param <M> the model that fitting gives
public interface Classifier<M extends Classifier.Fitted> {

    /// The model that these examples give.
    ///
    /// @param x the examples, shape `(n, d)`: n rows of d features
    /// @param labels the class of each row, shape `(n)`, any numbers
    /// @throws IllegalArgumentException if there are no rows or no columns, if there is not one label for
    ///     each row, if a number is NaN or infinite, or if there is only one class where two are needed
    M fit(Matrix x, int[] labels);

    /// A model that predicts a label for each row.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The labels of the K classes that it knows, ascending.
        List<Integer> classes();

        /// The label of each row, shape `(m, d)` to `(m)`.
        ///
        /// @throws IllegalArgumentException if `x` has not [#featureCount] columns, or if a number is NaN or
        ///     infinite
        int[] predict(Matrix x);
    }

    /// A model that also says how probable each class is.
    interface Probabilistic extends Fitted {

        /// The probability of each class, shape `(m, d)` to `(m, K)`: column k belongs to label k of
        /// [#classes]; a row adds up to 1.
        ///
        /// @throws IllegalArgumentException if `x` has not [#featureCount] columns, or if a number is NaN or
        ///     infinite
        Matrix probabilities(Matrix x);

        /// The most probable class of each row; of equally probable ones, the smallest label.
        @Override
        default int[] predict(Matrix x) {
            return LabelEncoding.argmaxLabels(classes(), probabilities(x));
        }
    }
}
