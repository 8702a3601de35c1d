package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// k nearest neighbours: a row is given what the k examples nearest to it have, a class by vote or a
/// number by mean.
///
/// There is nothing to fit: the examples are the model. A small k follows every example, a large one
/// smooths; with k = n every row gets the same. Features count by their units: standardise them first.
/// With many features that say nothing, all examples are about equally far away, and the nearest mean
/// little.
///
/// Of examples at the same distance, the one that comes first in the data is the nearer. Of classes with
/// equal votes, the smallest label wins.
///
/// Cost: nothing to fit; O(m·n·d) to predict, by products of matrices for the Euclidean metric.
///
/// Source: T. Cover and P. Hart, "Nearest Neighbor Pattern Classification", IEEE Transactions on
/// Information Theory 13 (1967), 21–27.
///
/// @param k how many neighbours have a say, at least 1 and at most the number of examples
/// @param metric what near means
/// @param weighting how much each has to say
public record KNearestNeighbours(int k, DistanceMetric metric, NeighbourWeighting weighting)
        implements Classifier<KNearestNeighbours.ClassificationModel>, Regressor<KNearestNeighbours.RegressionModel> {

    public KNearestNeighbours {
        if (k < 1) {
            throw new IllegalArgumentException("at least 1 neighbour is needed, got " + k);
        }
    }

    /// By straight lines, all neighbours with the same say.
    public KNearestNeighbours(int k) {
        this(k, DistanceMetric.EUCLIDEAN, NeighbourWeighting.UNIFORM);
    }

    /// Examples of classes.
    ///
    /// @param estimator how they are asked
    /// @param trainingRows the examples, shape `(n, d)`
    /// @param labels the class of each
    /// @param classes the labels that occur, ascending
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

        /// The share of the votes that each class gets, shape `(m, d)` to `(m, K)`.
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

    /// Examples of numbers.
    ///
    /// @param estimator how they are asked
    /// @param trainingRows the examples, shape `(n, d)`
    /// @param targets the number of each, shape `(n)`
    public record RegressionModel(KNearestNeighbours estimator, Matrix trainingRows, Vector targets)
            implements Regressor.Fitted {

        @Override
        public int featureCount() {
            return trainingRows.columns();
        }

        /// The weighted mean of the neighbours' numbers, shape `(m, d)` to `(m)`.
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
            throw new IllegalArgumentException("the " + k + " nearest neighbours are asked for, but there are only "
                    + x.rows() + " rows; ask for fewer, or give more rows");
        }
    }

    private List<NeighbourHeap.Neighbours> neighbours(Matrix trainingRows, Matrix queries) {
        ModelPreconditions.requireFeatures(trainingRows.columns(), queries);
        return new NeighbourSearch(trainingRows, metric).find(queries, k);
    }
}
