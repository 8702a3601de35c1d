package gradus.ml.classic;

import gradus.ml.linalg.Matrix;

/// How a model that puts rows into groups is made, without being told which: settings, which never
/// change. Fitting gives the model, and leaves the settings and the data as they are.
///
/// The same settings and the same data give the same model: a clusterer that needs chance has a seed
/// among its settings.
///
/// @param <M> the model that fitting gives
public interface Clusterer<M extends Clusterer.Fitted> {

    /// The model that these rows give.
    ///
    /// @param x the rows, shape `(n, d)`
    /// @throws IllegalArgumentException if there are no rows or no columns, fewer rows than clusters, or
    ///     if a number is NaN or infinite
    M fit(Matrix x);

    /// A model that puts each row into a cluster.
    interface Fitted {

        /// The number of features of a row, d.
        int featureCount();

        /// The number of clusters, k.
        int clusterCount();

        /// The cluster of each row, shape `(m, d)` to `(m)`: numbers from 0 to k - 1, whose order means
        /// nothing.
        ///
        /// @throws IllegalArgumentException if `x` has not [#featureCount] columns, or if a number is NaN or
        ///     infinite
        int[] predict(Matrix x);
    }
}
