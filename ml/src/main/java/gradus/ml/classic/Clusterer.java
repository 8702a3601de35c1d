package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// An estimator that groups rows into clusters without labels (unsupervised): an immutable set of
/// hyperparameters. [#fit] returns a model and changes neither the estimator nor the data.
///
/// The same hyperparameters and the same data give the same model: a clusterer that uses randomness takes a
/// seed.
///
/// @param <M> the type of the fitted model
public interface Clusterer<M extends Clusterer.Fitted> {

    /// Fits a model to these rows.
    ///
    /// @param x the features, shape `(n, d)`
    /// @throws IllegalArgumentException if there are no rows or no columns, if there are fewer rows than
    ///     clusters, or if a value is NaN or infinite
    M fit(Matrix x);

    /// A clusterer that also takes a weight for each row (scikit-learn's `sample_weight`). An integer weight
    /// counts like that many equal rows, and a weight of 0 like none. Without weights, each row has weight 1.
    ///
    /// @param <M> the type of the fitted model
    interface Weighted<M extends Fitted> extends Clusterer<M> {

        /// Fits a model to these weighted rows.
        ///
        /// @param x the features, shape `(n, d)`
        /// @param weights the weight of each row, shape `(n)`: finite, ≥ 0, with a sum between 1e-50 and 1e50
        /// @throws IllegalArgumentException as in [Clusterer#fit], or if a weight or their number is wrong
        M fit(Matrix x, Vector weights);

        @Override
        default M fit(Matrix x) {
            return fit(x, WeightedRows.ones(x.rows()));
        }
    }

    /// A fitted model that assigns each row to a cluster.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The number of clusters, k.
        int clusterCount();

        /// The cluster of each row, shape `(m)` for `x` of shape `(m, d)`: indices from 0 to k − 1. Their
        /// order has no meaning.
        ///
        /// @throws IllegalArgumentException if `x` does not have [#featureCount] columns, or if a value is
        ///     NaN or infinite
        int[] predict(Matrix x);
    }
}
