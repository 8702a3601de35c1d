package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// Gaussian naive Bayes, a classifier for continuous features.
///
/// **Model.** Within a class, each feature is normally distributed and independent of the others (*naive*
/// assumption). By Bayes' rule, `p(class | x)` is proportional to `p(class) · Π p(x_j | class)`; the class
/// for which this is largest is predicted.
///
/// **Fitting.** Means and variances per class and feature by maximum likelihood (variances divided by the
/// number of rows of the class); prior probabilities are the class frequencies. `varianceSmoothing` times the
/// largest variance of a feature over all rows (times 1 if all features are constant) is added to each
/// variance, so a feature that is constant within a class doesn't cause a division by 0. This is
/// scikit-learn's `var_smoothing`.
///
/// **Cost.** O(n·d) to fit, O(m·d·K) to predict.
///
/// **Caveats.** Features are seldom independent. The predicted classes are often right nevertheless, but the
/// probabilities are too close to 0 and 1 (*overconfident*).
///
/// Source: T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition
/// (2009), section 6.6.3.
///
/// @param varianceSmoothing the fraction of the largest variance that is added to every variance, finite, > 0
public record GaussianNaiveBayes(double varianceSmoothing) implements Classifier<GaussianNaiveBayes.Model> {

    public GaussianNaiveBayes {
        if (!(varianceSmoothing > 0 && varianceSmoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "varianceSmoothing must be finite and above 0, got " + varianceSmoothing);
        }
    }

    /// With a smoothing of 1e-9.
    public GaussianNaiveBayes() {
        this(1e-9);
    }

    /// A fitted Gaussian naive Bayes classifier for K classes.
    ///
    /// @param classes the labels, ascending
    /// @param priors the prior probability of each class, its frequency in the training set, shape `(K)`
    /// @param means the mean of each feature in each class, shape `(K, d)`
    /// @param variances the variance of each feature in each class, including smoothing, shape `(K, d)`
    public record Model(List<Integer> classes, Vector priors, Matrix means, Matrix variances)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return means.columns();
        }

        /// The joint log-likelihood `log p(class) + log p(x | class)` of each row and class, shape `(m, K)`
        /// for `x` of shape `(m, d)`. Its softmax over the classes is [#probabilities].
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

        /// The part of the joint log-likelihood of each class that does not depend on the row.
        private double[] constants() {
            double[] constants = new double[classes.size()];
            for (int k = 0; k < constants.length; k++) {
                double logs = 0;
                for (int j = 0; j < featureCount(); j++) {
                    logs += StrictMath.log(2 * Math.PI * variances.get(k, j));
                }
                constants[k] = StrictMath.log(priors.get(k)) - logs / 2;
            }
            return constants;
        }

        /// The squared distance from the mean of class k, with each feature measured in standard deviations.
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
        double smoothing = varianceSmoothing * (largest > 0 ? largest : 1);
        Moments moments = Moments.of(x, encoded.classIndices(), encoded.classCount());
        Matrix variances = Matrix.from(
                encoded.classCount(), x.columns(), (k, j) -> moments.variances().get(k, j) + smoothing);
        return new Model(encoded.classes(), encoded.classFrequencies(), moments.means(), variances);
    }

    /// Mean and variance (divided by the count) of each feature in each group of rows, shapes `(K, d)`.
    private record Moments(Matrix means, Matrix variances) {

        /// Two passes: squared differences from a known mean avoid cancellation, however far from 0 the mean
        /// is.
        private static Moments of(Matrix x, int[] groupIndices, int groupCount) {
            Matrix means = meanOf(x, groupIndices, groupCount, x::get);
            Matrix variances = meanOf(x, groupIndices, groupCount, (i, j) -> {
                double difference = x.get(i, j) - means.get(groupIndices[i], j);
                return difference * difference;
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
