package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// Naive Bayes for measurements: within a class, each feature is taken to be normally distributed and
/// independent of the others. The class of a row is the one that makes it most probable, times how
/// frequent the class is.
///
/// That independence is seldom true. The classes predicted are often right all the same; the
/// probabilities are then too near 0 and 1.
///
/// Cost: O(n·d) to fit, O(m·d·K) to predict.
///
/// Source: T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition
/// (2009), section 6.6.3. To each variance is added a small share of the largest variance of a feature,
/// so that a feature that is constant within a class does not divide by 0.
///
/// @param varianceSmoothing that share, above 0
public record GaussianNaiveBayes(double varianceSmoothing) implements Classifier<GaussianNaiveBayes.Model> {

    public GaussianNaiveBayes {
        if (!(varianceSmoothing > 0 && varianceSmoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the smoothing is finite and above 0, got " + varianceSmoothing);
        }
    }

    /// With a smoothing of 1e-9.
    public GaussianNaiveBayes() {
        this(1e-9);
    }

    /// What was learned of K classes.
    ///
    /// @param classes their labels, ascending
    /// @param priors the share of each class among the examples, shape `(K)`
    /// @param means the mean of each feature in each class, shape `(K, d)`
    /// @param variances the variance of each feature in each class, smoothing added, shape `(K, d)`
    public record Model(List<Integer> classes, Vector priors, Matrix means, Matrix variances)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return means.columns();
        }

        /// The logarithm of the probability density of each row together with each class, shape `(m, d)` to
        /// `(m, K)`: what is compared, before it is made to add up to 1.
        public Matrix jointLogLikelihoods(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            double[] row = new double[featureCount()];
            double[] joint = new double[x.rows() * classes.size()];
            double[] constants = constants();
            for (int i = 0; i < x.rows(); i++) {
                x.copyRow(i, row);
                for (int k = 0; k < constants.length; k++) {
                    joint[i * constants.length + k] = constants[k] - squaredDistance(row, k) / 2;
                }
            }
            return Matrix.of(x.rows(), classes.size(), joint);
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return RowSoftmax.ofRows(jointLogLikelihoods(x));
        }

        /// What the joint log density has of each class, whatever the row is.
        private double[] constants() {
            double[] constants = new double[classes.size()];
            for (int k = 0; k < constants.length; k++) {
                double logs = 0;
                for (int j = 0; j < featureCount(); j++) {
                    logs += Math.log(2 * Math.PI * variances.get(k, j));
                }
                constants[k] = Math.log(priors.get(k)) - logs / 2;
            }
            return constants;
        }

        /// The squared distance from the middle of class k, each feature measured in its standard
        /// deviations.
        private double squaredDistance(double[] row, int k) {
            double sum = 0;
            for (int j = 0; j < row.length; j++) {
                double distance = row[j] - means.get(k, j);
                sum += distance * distance / variances.get(k, j);
            }
            return sum;
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.of(labels);
        int[] oneGroup = new int[x.rows()];
        double largest = 0;
        for (double variance : Moments.of(x, oneGroup, 1).variances().flatten()) {
            largest = Math.max(largest, variance);
        }
        double floor = varianceSmoothing * (largest > 0 ? largest : 1);
        Moments moments = Moments.of(x, encoded.classIndices(), encoded.classCount());
        Matrix variances = Matrix.from(
                encoded.classCount(), x.columns(), (k, j) -> moments.variances().get(k, j) + floor);
        return new Model(encoded.classes(), encoded.classFrequencies(), moments.means(), variances);
    }

    /// The mean and the variance (divided by the count) of each feature in each group of rows, shapes
    /// `(K, d)`.
    private record Moments(Matrix means, Matrix variances) {

        /// In two passes: squares of distances from a known mean lose no digits, however far from 0 the
        /// mean is.
        private static Moments of(Matrix x, int[] groupIndices, int groupCount) {
            Matrix means = meanOf(x, groupIndices, groupCount, x::get);
            Matrix variances = meanOf(x, groupIndices, groupCount, (i, j) -> {
                double distance = x.get(i, j) - means.get(groupIndices[i], j);
                return distance * distance;
            });
            return new Moments(means, variances);
        }

        private static Matrix meanOf(Matrix x, int[] groupIndices, int groupCount, Matrix.Entry entry) {
            double[][] sums = new double[groupCount][x.columns()];
            int[] counts = new int[groupCount];
            for (int i = 0; i < x.rows(); i++) {
                counts[groupIndices[i]]++;
                for (int j = 0; j < x.columns(); j++) {
                    sums[groupIndices[i]][j] += entry.at(i, j);
                }
            }
            return Matrix.from(groupCount, x.columns(), (k, j) -> sums[k][j] / counts[k]);
        }
    }
}
