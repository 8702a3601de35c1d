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
public record KNearestNeighbours(int k, Metric metric, Weighting weighting)
        implements Classifier<KNearestNeighbours.ClassModel>, Regressor<KNearestNeighbours.NumberModel> {

    public KNearestNeighbours {
        if (k < 1) {
            throw new IllegalArgumentException("at least 1 neighbour is needed, got " + k);
        }
    }

    /// By straight lines, all neighbours with the same say.
    public KNearestNeighbours(int k) {
        this(k, Metric.EUCLIDEAN, Weighting.UNIFORM);
    }

    /// Examples of classes.
    ///
    /// @param settings how they are asked
    /// @param rows the examples, shape `(n, d)`
    /// @param labels the class of each
    /// @param classes the labels that occur, ascending
    public record ClassModel(KNearestNeighbours settings, Matrix rows, List<Integer> labels, List<Integer> classes)
            implements Classifier.Probabilistic {

        public ClassModel {
            labels = List.copyOf(labels);
            classes = List.copyOf(classes);
        }

        @Override
        public int features() {
            return rows.columns();
        }

        /// The share of the votes that each class gets, shape `(m, d)` to `(m, K)`.
        @Override
        public Matrix probabilities(Matrix x) {
            List<NearestHeap.Neighbours> found = settings.neighbours(rows, x);
            double[][] shares = new double[found.size()][classes.size()];
            for (int i = 0; i < shares.length; i++) {
                double[] weights = settings.weighting.weights(found.get(i).distances());
                double total = Arrays.stream(weights).sum();
                for (int n = 0; n < weights.length; n++) {
                    int label = labels.get(found.get(i).indices()[n]);
                    shares[i][Collections.binarySearch(classes, label)] += weights[n] / total;
                }
            }
            return Matrix.from(shares.length, classes.size(), (i, k) -> shares[i][k]);
        }
    }

    /// Examples of numbers.
    ///
    /// @param settings how they are asked
    /// @param rows the examples, shape `(n, d)`
    /// @param targets the number of each, shape `(n)`
    public record NumberModel(KNearestNeighbours settings, Matrix rows, Vector targets) implements Regressor.Fitted {

        @Override
        public int features() {
            return rows.columns();
        }

        /// The weighted mean of the neighbours' numbers, shape `(m, d)` to `(m)`.
        @Override
        public Vector predict(Matrix x) {
            List<NearestHeap.Neighbours> found = settings.neighbours(rows, x);
            double[] means = new double[found.size()];
            for (int i = 0; i < means.length; i++) {
                double[] weights = settings.weighting.weights(found.get(i).distances());
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
    public ClassModel fit(Matrix x, int[] labels) {
        Examples.require(x, labels);
        requireEnough(x);
        return new ClassModel(
                this,
                x,
                Arrays.stream(labels).boxed().toList(),
                Classes.of(labels).labels());
    }

    @Override
    public NumberModel fit(Matrix x, Vector y) {
        Examples.require(x, y);
        requireEnough(x);
        return new NumberModel(this, x, y);
    }

    private void requireEnough(Matrix x) {
        if (x.rows() < k) {
            throw new IllegalArgumentException("the " + k + " nearest neighbours are asked for, but there are only "
                    + x.rows() + " rows; ask for fewer, or give more rows");
        }
    }

    private List<NearestHeap.Neighbours> neighbours(Matrix rows, Matrix queries) {
        Examples.requireFeatures(rows.columns(), queries);
        return new NeighbourSearch(rows, metric).find(queries, k);
    }
}
