package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Lbfgs;
import gradus.ml.optimise.OptimisationResult;
import gradus.ml.optimise.StoppingCriterion;
import java.util.Arrays;
import java.util.List;

/// Softmax regression: how probable each of K classes is, where each feature moves the score of each
/// class by a weight, and `Softmax` makes probabilities of the scores. Also called multinomial logistic
/// regression. What is least is the sum over the rows of −log of the probability given to the row's own
/// class, plus `penalty/2` times the sum of the squared weights; the intercepts have no price.
///
/// With two classes it is [LogisticRegression], at half the penalty: the log-odds are the difference of
/// two scores, and each of them has half of the weight. Between any two classes the border is straight.
///
/// It is found by [Lbfgs], which needs no matrix of curvature: that would have `((d + 1)·K)²`
/// numbers.
///
/// Cost: O(n·d·K) for each step.
///
/// Source: T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition
/// (2009), section 4.4.
///
/// @param penalty the price of a squared weight, finite and 0 or more; it counts as much for any number
///     of rows (the C of scikit-learn is 1/penalty)
/// @param stoppingCriterion when to end: the gradient is that of the mean over the rows
public record SoftmaxRegression(double penalty, StoppingCriterion stoppingCriterion)
        implements Classifier<SoftmaxRegression.Model> {

    public SoftmaxRegression {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty is finite and 0 or more, got " + penalty);
        }
    }

    /// To a gradient of 1e-8, in at most 1,000 steps.
    public SoftmaxRegression(double penalty) {
        this(penalty, new StoppingCriterion(1e-8, 1000));
    }

    /// What was found of K classes.
    ///
    /// @param classes their labels, ascending
    /// @param coefficients how much the score of each class grows with each feature, shape `(d, K)`
    /// @param intercepts the score of each class where every feature is 0, shape `(K)`; they add up to 0
    /// @param objectiveValues what is to be least, divided by n, at the start and after each step
    /// @param stopReason why it went no further
    public record Model(
            List<Integer> classes,
            Matrix coefficients,
            Vector intercepts,
            Vector objectiveValues,
            OptimisationResult.StopReason stopReason)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return coefficients.rows();
        }

        /// The score of each class, shape `(m, d)` to `(m, K)`.
        public Matrix logits(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            Matrix sums = x.times(coefficients);
            return Matrix.from(sums.rows(), sums.columns(), (i, k) -> sums.get(i, k) + intercepts.get(k));
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return RowSoftmax.ofRows(logits(x));
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofAtLeastTwoClasses(labels);
        int d = x.columns();
        int classCount = encoded.classCount();
        var loss = new SoftmaxLoss(x, encoded.classIndices(), classCount, penalty);
        OptimisationResult optimisationResult =
                new Lbfgs(stoppingCriterion).minimise(loss, Vector.of(new double[(d + 1) * classCount]));
        double[] weights = optimisationResult.bestPoint().toArray();
        return new Model(
                encoded.classes(),
                Matrix.of(d, classCount, Arrays.copyOf(weights, d * classCount)),
                Vector.of(Arrays.copyOfRange(weights, d * classCount, weights.length)),
                optimisationResult.values(),
                optimisationResult.stopReason());
    }
}
