package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// k nearest neighbours (k-NN), for classification and regression: the k training examples closest to a row
/// vote for its class, or their targets are averaged.
///
/// **Model.** There is nothing to fit: the training set is the model. The hyperparameter k controls the
/// bias–variance trade-off: a small k gives low bias and high variance, a large k the reverse, and with k = n
/// and uniform weights every row gets the same prediction.
///
/// **Ties.** If examples are equally far away, those that come first in the training set are taken. If
/// classes have equal votes, the smallest label is predicted.
///
/// **Cost.** Nothing to fit; O(m·n·d) to predict m rows. For the Euclidean metric most of it is a matrix
/// product.
///
/// **Caveats.** Features with large values dominate the distance: standardise first. With many uninformative
/// features all examples are about equally far away, and the nearest ones are hardly informative (*curse of
/// dimensionality*).
///
/// Source: T. Cover and P. Hart, "Nearest Neighbor Pattern Classification", IEEE Transactions on Information
/// Theory 13 (1967), 21–27.
///
/// @param k number of neighbours, from 1 to the number of examples
/// @param metric how the distance is measured
/// @param weighting how much each neighbour's vote counts
public record KNearestNeighbours(int k, DistanceMetric metric, NeighbourWeighting weighting)
        implements Classifier<KNearestNeighbours.ClassificationModel>, Regressor<KNearestNeighbours.RegressionModel> {

    public KNearestNeighbours {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    /// Euclidean distance, all neighbours with equal weight.
    public KNearestNeighbours(int k) {
        this(k, DistanceMetric.EUCLIDEAN, NeighbourWeighting.UNIFORM);
    }

    /// A fitted classifier: the labelled training set.
    ///
    /// @param estimator the hyperparameters it was fitted with
    /// @param trainingRows the features of the examples, shape `(n, d)`
    /// @param labels the label of each example
    /// @param classes the distinct labels, ascending
    public record ClassificationModel(
            KNearestNeighbours estimator, Matrix trainingRows, List<Integer> labels, List<Integer> classes)
            implements Classifier.Probabilistic {

        public ClassificationModel {
            labels = List.copyOf(labels);
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return trainingRows.columns();
        }

        /// The fraction of the (weighted) votes that each class gets, shape `(m, K)` for `x` of shape
        /// `(m, d)`.
        @Override
        public Matrix probabilities(Matrix x) {
            List<NeighbourHeap.Neighbours> found = estimator.neighbours(trainingRows, x);
            double[][] votes = new double[found.size()][classes.size()];
            for (int i = 0; i < votes.length; i++) {
                double[] weights = estimator.weighting.weights(found.get(i).distances());
                double total = Arrays.stream(weights).sum();
                for (int n = 0; n < weights.length; n++) {
                    int label = labels.get(found.get(i).indices()[n]);
                    votes[i][Collections.binarySearch(classes, label)] += weights[n] / total;
                }
            }
            return Matrix.from(votes.length, classes.size(), (i, k) -> votes[i][k]);
        }
    }

    /// A fitted regressor: the training set with its targets.
    ///
    /// @param estimator the hyperparameters it was fitted with
    /// @param trainingRows the features of the examples, shape `(n, d)`
    /// @param targets the target of each example, shape `(n)`
    public record RegressionModel(KNearestNeighbours estimator, Matrix trainingRows, Vector targets)
            implements Regressor.Fitted {

        @Override
        public int featureCount() {
            return trainingRows.columns();
        }

        /// The weighted mean of the neighbours' targets, shape `(m)` for `x` of shape `(m, d)`.
        @Override
        public Vector predict(Matrix x) {
            List<NeighbourHeap.Neighbours> found = estimator.neighbours(trainingRows, x);
            double[] means = new double[found.size()];
            for (int i = 0; i < means.length; i++) {
                double[] weights = estimator.weighting.weights(found.get(i).distances());
                double sum = 0;
                for (int n = 0; n < weights.length; n++) {
                    sum += weights[n] * targets.get(found.get(i).indices()[n]);
                }
                means[i] = sum / Arrays.stream(weights).sum();
            }
            return Vector.of(means);
        }
    }

    @Override
    public ClassificationModel fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        requireEnough(x);
        return new ClassificationModel(
                this,
                x,
                Arrays.stream(labels).boxed().toList(),
                LabelEncoding.of(labels).classes());
    }

    @Override
    public RegressionModel fit(Matrix x, Vector y) {
        ModelPreconditions.requireTrainingSet(x, y);
        requireEnough(x);
        return new RegressionModel(this, x, y);
    }

    private void requireEnough(Matrix x) {
        if (x.rows() < k) {
            throw new IllegalArgumentException("k must be at most the number of training rows, got k = " + k + " for "
                    + x.rows() + " rows; use a smaller k or more rows");
        }
    }

    private List<NeighbourHeap.Neighbours> neighbours(Matrix trainingRows, Matrix queries) {
        ModelPreconditions.requireFeatures(trainingRows.columns(), queries);
        return new NeighbourSearch(trainingRows, metric).find(queries, k);
    }
}
