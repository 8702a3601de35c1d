package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.optimise.Descent;
import gradus.ml.optimise.LimitedMemoryBfgs;
import gradus.ml.optimise.Stop;
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
/// It is found by [LimitedMemoryBfgs], which needs no matrix of curvature: that would have `((d + 1)·K)²`
/// numbers.
///
/// Cost: O(n·d·K) for each step.
///
/// Source: T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical Learning*, 2nd edition
/// (2009), section 4.4.
///
/// @param penalty the price of a squared weight, finite and 0 or more; it counts as much for any number
///     of rows (the C of scikit-learn is 1/penalty)
/// @param stop when to end: the gradient is that of the mean over the rows
public record SoftmaxRegression(double penalty, Stop stop) implements Classifier<SoftmaxRegression.Model> {

    public SoftmaxRegression {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty is finite and 0 or more, got " + penalty);
        }
    }

    /// To a gradient of 1e-8, in at most 1,000 steps.
    public SoftmaxRegression(double penalty) {
        this(penalty, new Stop(1e-8, 1000));
    }

    /// What was found of K classes.
    ///
    /// @param classes their labels, ascending
    /// @param coefficients how much the score of each class grows with each feature, shape `(d, K)`
    /// @param intercepts the score of each class where every feature is 0, shape `(K)`; they add up to 0
    /// @param losses what is to be least, divided by n, at the start and after each step
    /// @param ending why it went no further
    public record Model(
            List<Integer> classes, Matrix coefficients, Vector intercepts, Vector losses, Descent.Ending ending)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int features() {
            return coefficients.rows();
        }

        /// The score of each class, shape `(m, d)` to `(m, K)`.
        public Matrix scores(Matrix x) {
            Examples.requireFeatures(features(), x);
            Matrix sums = x.times(coefficients);
            return Matrix.from(sums.rows(), sums.columns(), (i, k) -> sums.get(i, k) + intercepts.get(k));
        }

        @Override
        public Matrix probabilities(Matrix x) {
            return RowSoftmax.ofRows(scores(x));
        }
    }

    @Override
    public Model fit(Matrix x, int[] labels) {
        Examples.require(x, labels);
        Classes classes = Classes.atLeastTwo(labels);
        int d = x.columns();
        int count = classes.count();
        var loss = new SoftmaxLoss(x, classes.places(), count, penalty);
        Descent descent = new LimitedMemoryBfgs(stop).minimise(loss, Vector.of(new double[(d + 1) * count]));
        double[] weights = descent.minimum().toArray();
        return new Model(
                classes.labels(),
                Matrix.of(d, count, Arrays.copyOf(weights, d * count)),
                Vector.of(Arrays.copyOfRange(weights, d * count, weights.length)),
                descent.values(),
                descent.ending());
    }
}
