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
/// **Weights.** With a weight for each example, the nearest examples are taken until their weights sum to k;
/// of the last one, only the part that is missing counts. So an example of weight 3 takes three of the k
/// places, as three equal examples would. scikit-learn has no weights here.
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
/// @param k number of neighbours, from 1 to the number of examples, or to the sum of their weights
/// @param metric how the distance is measured
/// @param weighting how much each neighbour's vote counts
public record KNearestNeighbours(int k, DistanceMetric metric, NeighbourWeighting weighting)
        implements Classifier.Weighted<KNearestNeighbours.ClassificationModel>,
                Regressor.Weighted<KNearestNeighbours.RegressionModel> {

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
    /// @param weights the weight of each example, shape `(n)`, all above 0
    public record ClassificationModel(
            KNearestNeighbours estimator,
            Matrix trainingRows,
            List<Integer> labels,
            List<Integer> classes,
            Vector weights)
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
            List<NeighbourHeap.Neighbours> found = estimator.neighbours(trainingRows, weights, x);
            double[][] votes = new double[found.size()][classes.size()];
            for (int i = 0; i < votes.length; i++) {
                double[] shares = estimator.shares(found.get(i), weights);
                double total = Arrays.stream(shares).sum();
                for (int n = 0; n < shares.length; n++) {
                    int label = labels.get(found.get(i).indices()[n]);
                    votes[i][Collections.binarySearch(classes, label)] += shares[n];
                }
                for (int k = 0; k < classes.size(); k++) {
                    votes[i][k] /= total;
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
    /// @param weights the weight of each example, shape `(n)`, all above 0
    public record RegressionModel(KNearestNeighbours estimator, Matrix trainingRows, Vector targets, Vector weights)
            implements Regressor.Fitted {

        @Override
        public int featureCount() {
            return trainingRows.columns();
        }

        /// The weighted mean of the neighbours' targets, shape `(m)` for `x` of shape `(m, d)`.
        @Override
        public Vector predict(Matrix x) {
            List<NeighbourHeap.Neighbours> found = estimator.neighbours(trainingRows, weights, x);
            return Vector.from(found.size(), i -> {
                int[] indices = found.get(i).indices();
                return mean(
                        estimator.shares(found.get(i), weights),
                        Vector.from(indices.length, n -> targets.get(indices[n])));
            });
        }

        /// The weighted mean of these targets, never outside their range.
        private static double mean(double[] shares, Vector targets) {
            double total = Arrays.stream(shares).sum();
            double sum = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < shares.length; n++) {
                sum += shares[n] * targets.get(n);
                if (shares[n] > 0) {
                    min = Math.min(min, targets.get(n));
                    max = Math.max(max, targets.get(n));
                }
            }
            double mean = sum / total;
            if (!Double.isFinite(mean)) {
                // Smaller terms, because the sum of large ones overflowed.
                mean = 0;
                for (int n = 0; n < shares.length; n++) {
                    mean += shares[n] / total * targets.get(n);
                }
            }
            return mean < min ? min : mean > max ? max : mean;
        }
    }

    @Override
    public ClassificationModel fit(Matrix x, int[] labels, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, labels);
        WeightedRows rows = WeightedRows.of(x, weights);
        requireEnough(rows);
        int[] counting = rows.select(labels);
        return new ClassificationModel(
                this,
                rows.x(),
                Arrays.stream(counting).boxed().toList(),
                LabelEncoding.of(counting).classes(),
                rows.weights());
    }

    @Override
    public RegressionModel fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        WeightedRows rows = WeightedRows.of(x, weights);
        requireEnough(rows);
        return new RegressionModel(this, rows.x(), rows.select(y), rows.weights());
    }

    private void requireEnough(WeightedRows rows) {
        if (rows.total() < k) {
            throw new IllegalArgumentException("k must be at most the number of training rows, got k = " + k + " for "
                    + rows.x().rows() + " rows" + (rows.total() == rows.x().rows() ? "" : " of weight " + rows.total())
                    + "; use a smaller k or more rows");
        }
    }

    private List<NeighbourHeap.Neighbours> neighbours(Matrix trainingRows, Vector weights, Matrix queries) {
        ModelPreconditions.requireFeatures(trainingRows.columns(), queries);
        List<NeighbourHeap.Neighbours> found =
                new NeighbourSearch(trainingRows, metric).find(queries, neighbourLimit(weights));
        for (int i = 0; i < found.size(); i++) {
            double missing = k;
            for (int n = 0; missing > 0 && n < found.get(i).indices().length; n++) {
                requireFinite(found.get(i).distances()[n], i);
                missing -= weights.get(found.get(i).indices()[n]);
            }
        }
        return found;
    }

    private static void requireFinite(double distance, int row) {
        if (!Double.isFinite(distance)) {
            throw new IllegalArgumentException("row " + row + " is too far from its neighbours:"
                    + " the distance is beyond the largest double; check the row, or standardise the features");
        }
    }

    /// So many nearest examples have a weight of at least k, whichever they are: k if every weight is 1.
    private int neighbourLimit(Vector weights) {
        double[] ascending = weights.toArray();
        Arrays.sort(ascending);
        double sum = 0;
        int count = 0;
        while (count < ascending.length && sum < k) {
            sum += ascending[count++];
        }
        return count;
    }

    /// How much the vote of each neighbour counts: the part of its weight within the first k, times that for
    /// its distance.
    private double[] shares(NeighbourHeap.Neighbours neighbours, Vector weights) {
        double[] shares = weighting.weights(neighbours.distances());
        double missing = k;
        for (int n = 0; n < shares.length; n++) {
            double part = Math.min(weights.get(neighbours.indices()[n]), missing);
            shares[n] *= part;
            missing -= part;
        }
        return shares;
    }
}
