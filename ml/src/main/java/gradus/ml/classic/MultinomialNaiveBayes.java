package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// Naive Bayes for counts, as of the words of a text: each word of a document is taken to be drawn from a
/// bag that depends on its class only, independently of the other words.
///
/// Before counting, every word is given `smoothing` occurrences in every class (Laplace's rule with 1): a
/// word that a class has never shown makes it less probable, not impossible. All is done with logarithms,
/// so that documents of many thousand words do not underflow.
///
/// Cost: O(n·d) to fit, O(m·d·K) to predict, for a vocabulary of d words.
///
/// Source: C. Manning, P. Raghavan and H. Schütze, *Introduction to Information Retrieval* (2008),
/// section 13.2.
///
/// @param smoothing the occurrences that are added, above 0
public record MultinomialNaiveBayes(double smoothing) implements Classifier<MultinomialNaiveBayes.Model> {

    public MultinomialNaiveBayes {
        if (!(smoothing > 0 && smoothing < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the smoothing is finite and above 0, got " + smoothing
                    + "; without it, one word that is new to a class would veto it");
        }
    }

    /// With Laplace's rule: one occurrence more.
    public MultinomialNaiveBayes() {
        this(1);
    }

    /// What was learned of K classes.
    ///
    /// @param classes their labels, ascending
    /// @param priors the share of each class among the examples, shape `(K)`
    /// @param featureLogProbabilities the logarithm of the share that each word has in the bag of each class,
    ///     shape `(d, K)`
    public record Model(List<Integer> classes, Vector priors, Matrix featureLogProbabilities)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return featureLogProbabilities.rows();
        }

        /// The logarithm of the probability of each row together with each class, but for what is the
        /// same for every class: shape `(m, d)` to `(m, K)`. What is compared, before it is made to add
        /// up to 1.
        ///
        /// @throws IllegalArgumentException if there are not [#featureCount] columns, or if a number is NaN,
        ///     infinite or negative
        public Matrix jointLogLikelihoods(Matrix counts) {
            ModelPreconditions.requireFeatures(featureCount(), counts);
            requireCounts(counts);
            Matrix sums = counts.times(featureLogProbabilities);
            return Matrix.from(sums.rows(), sums.columns(), (i, k) -> Math.log(priors.get(k)) + sums.get(i, k));
        }

        @Override
        public Matrix probabilities(Matrix counts) {
            return RowSoftmax.ofRows(jointLogLikelihoods(counts));
        }
    }

    /// The model that these examples give.
    ///
    /// @param counts how often each word occurs in each document, shape `(n, d)`, none negative
    /// @param labels the class of each document, shape `(n)`
    /// @throws IllegalArgumentException if there are no rows or no columns, if there is not one label for
    ///     each row, or if a number is NaN, infinite or negative
    @Override
    public Model fit(Matrix counts, int[] labels) {
        ModelPreconditions.requireTrainingSet(counts, labels);
        requireCounts(counts);
        LabelEncoding encoded = LabelEncoding.of(labels);
        double[][] totals = new double[encoded.classCount()][counts.columns()];
        double[] classTotals = new double[encoded.classCount()];
        for (int i = 0; i < counts.rows(); i++) {
            int k = encoded.classIndices()[i];
            for (int j = 0; j < counts.columns(); j++) {
                totals[k][j] += counts.get(i, j);
                classTotals[k] += counts.get(i, j);
            }
        }
        int vocabulary = counts.columns();
        Matrix featureLogProbabilities = Matrix.from(
                vocabulary,
                encoded.classCount(),
                (j, k) -> Math.log((totals[k][j] + smoothing) / (classTotals[k] + smoothing * vocabulary)));
        return new Model(encoded.classes(), encoded.classFrequencies(), featureLogProbabilities);
    }

    private static void requireCounts(Matrix counts) {
        for (int i = 0; i < counts.rows(); i++) {
            for (int j = 0; j < counts.columns(); j++) {
                if (counts.get(i, j) < 0) {
                    throw new IllegalArgumentException("counts are 0 or more, got " + counts.get(i, j) + " at row " + i
                            + " and column " + j + "; for measurements use GaussianNaiveBayes");
                }
            }
        }
    }
}
