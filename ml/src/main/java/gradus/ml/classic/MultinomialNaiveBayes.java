package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// Multinomial naive Bayes, a classifier for counts, such as the word counts of documents (*bag of words*).
///
/// **Model.** Each word of a document is drawn independently of the others (*naive* assumption), from a
/// distribution over the vocabulary that depends on the class only. By Bayes' rule, `p(class | document)` is
/// proportional to `p(class) · Π_j p(word j | class)^count_j`.
///
/// **Fitting.** `p(word j | class) = (count of word j in the class + smoothing) / (count of all words in the
/// class + smoothing·d)`; prior probabilities are the class frequencies. With a smoothing of 1 this is
/// Laplace smoothing: a word never seen in a class makes that class less probable, not impossible. This is
/// scikit-learn's `alpha`. Probabilities are kept as logarithms, so the probabilities of long documents don't
/// underflow.
///
/// **Cost.** For a vocabulary of d words: O(n·d) to fit, O(m·d·K) to predict.
///
/// Source: C. Manning, P. Raghavan and H. Schütze, *Introduction to Information Retrieval* (2008), section
/// 13.2.
///
/// @param smoothing pseudo-count added to every word in every class, finite, > 0
public record MultinomialNaiveBayes(double smoothing) implements Classifier.Weighted<MultinomialNaiveBayes.Model> {

    public MultinomialNaiveBayes {
        if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("smoothing must be finite and above 0, got " + smoothing
                    + "; without it, one word never seen in a class would rule that class out");
        }
    }

    /// With Laplace smoothing: a pseudo-count of 1.
    public MultinomialNaiveBayes() {
        this(1);
    }

    /// A fitted multinomial naive Bayes classifier for K classes.
    ///
    /// @param classes the labels, ascending
    /// @param priors the prior probability of each class, its frequency in the training set, shape `(K)`
    /// @param featureLogProbabilities `log p(word j | class k)`, shape `(d, K)`
    public record Model(List<Integer> classes, Vector priors, Matrix featureLogProbabilities)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return featureLogProbabilities.rows();
        }

        /// The joint log-likelihood `log p(class) + Σ_j count_j · log p(word j | class)` of each row and
        /// class, shape `(m, K)` for `counts` of shape `(m, d)`; the multinomial coefficient, the same for
        /// every class, is left out. Its softmax over the classes is [#probabilities].
        ///
        /// @throws IllegalArgumentException if `counts` does not have [#featureCount] columns, or if a value
        ///     is NaN, infinite or negative
        public Matrix jointLogLikelihoods(Matrix counts) {
            ModelPreconditions.requireFeatures(featureCount(), counts);
            requireCounts(counts);
            Matrix sums = counts.times(featureLogProbabilities);
            return Matrix.from(sums.rows(), sums.columns(), (i, k) -> StrictMath.log(priors.get(k)) + sums.get(i, k));
        }

        @Override
        public Matrix probabilities(Matrix counts) {
            return RowSoftmax.ofLogLikelihoods(jointLogLikelihoods(counts));
        }
    }

    /// Fits a model to a weighted training set.
    ///
    /// @param counts the count of each word in each document, shape `(n, d)`, none negative
    /// @param labels the class of each document, shape `(n)`
    /// @param weights the weight of each document, shape `(n)`
    /// @throws IllegalArgumentException as in [Classifier.Weighted#fit], if a count is negative, or if their
    ///     sum overflows
    @Override
    public Model fit(Matrix counts, int[] labels, Vector weights) {
        ModelPreconditions.requireTrainingSet(counts, labels);
        requireCounts(counts);
        WeightedRows rows = WeightedRows.of(counts, weights);
        LabelEncoding encoded = LabelEncoding.of(rows.select(labels));
        int vocabulary = counts.columns();
        double[][] totals = new double[encoded.classCount()][vocabulary];
        double[] classTotals = new double[encoded.classCount()];
        for (int i = 0; i < rows.x().rows(); i++) {
            int k = encoded.classIndices()[i];
            for (int j = 0; j < vocabulary; j++) {
                double count = rows.weights().get(i) * rows.x().get(i, j);
                totals[k][j] += count;
                classTotals[k] += count;
            }
        }
        Matrix featureLogProbabilities = Matrix.from(
                vocabulary,
                encoded.classCount(),
                (j, k) -> StrictMath.log(totals[k][j] + smoothing)
                        - StrictMath.log(classTotals[k] + smoothing * vocabulary));
        requireFinite(featureLogProbabilities);
        return new Model(encoded.classes(), encoded.classFrequencies(rows.weights()), featureLogProbabilities);
    }

    private static void requireFinite(Matrix featureLogProbabilities) {
        for (double logProbability : featureLogProbabilities.flatten()) {
            if (!Double.isFinite(logProbability)) {
                throw new IllegalArgumentException(
                        "the sum of the counts of a class, with smoothing, is beyond the largest double;"
                                + " divide all counts by one number, or use a smaller smoothing");
            }
        }
    }

    private static void requireCounts(Matrix counts) {
        for (int i = 0; i < counts.rows(); i++) {
            for (int j = 0; j < counts.columns(); j++) {
                if (counts.get(i, j) < 0) {
                    throw new IllegalArgumentException("counts must be at least 0, got " + counts.get(i, j) + " at row "
                            + i + " and column " + j + "; for measurements use GaussianNaiveBayes");
                }
            }
        }
    }
}
