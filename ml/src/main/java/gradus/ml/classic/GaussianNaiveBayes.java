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
public record GaussianNaiveBayes(double varianceSmoothing) implements Classifier.Weighted<GaussianNaiveBayes.Model> {

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
                x.copyRow(i, row, 0);
                for (int k = 0; k < constants.length; k++) {
                    joint[i * constants.length + k] = constants[k] - squaredDistance(row, k) / 2;
                }
            }
            return Matrix.of(x.rows(), classes.size(), joint);
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return RowSoftmax.ofLogLikelihoods(jointLogLikelihoods(x));
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

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier.Weighted#fit], and if the features vary so much or
    ///     so little that their variances are beyond the range of `double`
    @Override
    public Model fit(Matrix x, int[] labels, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, labels);
        WeightedRows rows = WeightedRows.of(x, weights);
        LabelEncoding encoded = LabelEncoding.of(rows.select(labels));
        double smoothing = varianceSmoothing * largestVariance(rows);
        requireSmoothing(smoothing);
        Moments moments = Moments.of(rows, encoded.classIndices(), encoded.classCount());
        Matrix variances = moments.variances().map(variance -> variance + smoothing);
        return new Model(encoded.classes(), encoded.classFrequencies(rows.weights()), moments.means(), variances);
    }

    /// The largest variance of a feature; 1 if all features are constant.
    private static double largestVariance(WeightedRows rows) {
        Moments moments = Moments.of(rows, new int[rows.x().rows()], 1);
        double largest = 0;
        boolean allConstant = true;
        for (int j = 0; j < rows.x().columns(); j++) {
            if (!isConstant(rows.x(), j)) {
                allConstant = false;
                largest = Math.max(largest, moments.variances().get(0, j));
            }
        }
        if (allConstant) {
            return 1;
        }
        ModelPreconditions.requireInRange("largest variance of a feature", largest);
        return largest;
    }

    /// Whether all values of a column are equal. Their computed variance may differ from 0 by rounding.
    private static boolean isConstant(Matrix x, int column) {
        for (int i = 1; i < x.rows(); i++) {
            if (x.get(i, column) != x.get(0, column)) {
                return false;
            }
        }
        return true;
    }

    private void requireSmoothing(double smoothing) {
        if (!(smoothing >= Double.MIN_NORMAL && smoothing <= Double.MAX_VALUE / 4)) {
            throw new IllegalArgumentException("varianceSmoothing times the largest variance must be between "
                    + Double.MIN_NORMAL + " and a quarter of the largest double, got " + smoothing
                    + "; use another varianceSmoothing than " + varianceSmoothing + ", or standardise the features");
        }
    }

    /// Weighted mean and variance (divided by the total weight) of each feature in each group of rows, shapes
    /// `(K, d)`.
    private record Moments(Matrix means, Matrix variances) {

        /// Two passes: squared differences from a known mean avoid cancellation, however far from 0 the mean
        /// is.
        private static Moments of(WeightedRows rows, int[] groupIndices, int groupCount) {
            Matrix means = meanOf(rows, groupIndices, groupCount, rows.x()::get);
            Matrix variances = meanOf(rows, groupIndices, groupCount, (i, j) -> {
                double difference = rows.x().get(i, j) - means.get(groupIndices[i], j);
                return difference * difference;
            });
            return new Moments(means, variances);
        }

        private static Matrix meanOf(WeightedRows rows, int[] groupIndices, int groupCount, Matrix.Entry entry) {
            int features = rows.x().columns();
            double[][] sums = new double[groupCount][features];
            double[] totals = new double[groupCount];
            for (int i = 0; i < rows.x().rows(); i++) {
                double weight = rows.weights().get(i);
                totals[groupIndices[i]] += weight;
                for (int j = 0; j < features; j++) {
                    sums[groupIndices[i]][j] += weight * entry.at(i, j);
                }
            }
            return Matrix.from(groupCount, features, (k, j) -> sums[k][j] / totals[k]);
        }
    }
}
