package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.Sigmoid;
import java.util.Arrays;
import java.util.List;

/// Logistic regression for two classes, with an L2 penalty.
///
/// **Model.** The log-odds of the second class are linear in the features: `log(p / (1 − p)) = x·w + b`, so
/// `p = sigmoid(x·w + b)`. Increasing feature j by 1 adds `w_j` to the log-odds, which multiplies the odds by
/// `exp(w_j)`, the odds ratio. The decision boundary, `p = ½`, is a hyperplane.
///
/// **Objective.** `Σ −log p(class of row i) + penalty/2 · ‖w‖²`, minimised over w and b: the negative
/// log-likelihood plus an L2 penalty. The intercept b is not penalised.
///
/// **Penalty.** The loss is a sum over the rows, so the relative effect of a penalty decreases as the number
/// of rows n grows. scikit-learn's `C` of `LogisticRegression` is `1/penalty`. Where the loss is a mean over
/// the rows, as in [ElasticNet], scikit-learn's `SGDClassifier` (`alpha`) or a PyTorch training loop
/// (`weight_decay` on w only), the equivalent penalty is `penalty/n`.
///
/// **Method.** Newton's method, which for this objective is also called iteratively reweighted least squares
/// (IRLS): each step minimises the second-order Taylor approximation of the objective. A step is halved until
/// the objective decreases sufficiently (Armijo condition). Convergence is quadratic near the minimum; 5 to
/// 10 steps are usual. With many rows, the initial weights are those fitted to every 16th row, and the
/// factorised Hessian is reused as long as each step reduces the squared Newton decrement at least tenfold.
///
/// **Cost.** For `x` of shape `(n, d)`: O(n·d²) for a Hessian, O(n·d) for a gradient, O(d³) to solve for d +
/// 1 weights. With thousands of features prefer [SoftmaxRegression], whose L-BFGS needs no Hessian.
///
/// **Caveats.** Standardise the features first, because the same penalty applies to all coefficients. With
/// penalty 0 there is no unique optimum if the classes are linearly separable or columns are linearly
/// dependent (a constant column depends on the intercept); `fit` then throws. Quasi-complete separation,
/// where the separating hyperplane itself contains rows of both classes, is not always detected: `fit` may
/// return large coefficients that have not converged.
///
/// Sources: D. R. Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical
/// Society B 20 (1958), 215–242; T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical
/// Learning*, 2nd edition (2009), section 4.4.
///
/// @param penalty weight of the L2 penalty in the objective, finite, ≥ 0
/// @param tolerance converged when the predicted decrease of the mean objective (half the squared Newton
///     decrement) is at most this; the last step is still taken; > 0
/// @param maxIterations maximum number of Newton steps, ≥ 1
public record LogisticRegression(double penalty, double tolerance, int maxIterations)
        implements Classifier<LogisticRegression.Model> {

    public LogisticRegression {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be finite and at least 0, got " + penalty);
        }
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "tolerance must be finite and above 0, and maxIterations at least 1, got " + tolerance + " and "
                            + maxIterations);
        }
    }

    /// With a tolerance of 1e-12 and at most 100 iterations.
    public LogisticRegression(double penalty) {
        this(penalty, 1e-12, 100);
    }

    /// A fitted logistic regression.
    ///
    /// @param classes the two labels, ascending
    /// @param coefficients the change of the log-odds of the second class per unit of each feature, shape
    ///     `(d)`
    /// @param intercept the log-odds when every feature is 0
    /// @param objectiveValues the objective divided by n, before each step
    public record Model(List<Integer> classes, Vector coefficients, double intercept, Vector objectiveValues)
            implements Classifier.Probabilistic {

        public Model {
            classes = List.copyOf(classes);
        }

        @Override
        public int featureCount() {
            return coefficients.size();
        }

        /// The log-odds of the second class, shape `(m)` for `x` of shape `(m, d)`: 0 where both classes are
        /// equally probable.
        public Vector logOdds(Matrix x) {
            ModelPreconditions.requireFeatures(featureCount(), x);
            double[] sums = x.times(coefficients).toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += intercept;
                ModelPreconditions.requireFiniteScore(i, sums[i]);
            }
            return Vector.of(sums);
        }

        @Override
        public Matrix probabilities(Matrix x) {
            Vector logOdds = logOdds(x);
            return Matrix.from(x.rows(), 2, (i, k) -> Sigmoid.of(k == 1 ? logOdds.get(i) : -logOdds.get(i)));
        }
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalArgumentException as in [Classifier#fit]; if there are more than two classes; if there
    ///     is no unique optimum (see Caveats) or a Hessian is numerically singular; or if the method has not
    ///     converged after `maxIterations` steps
    @Override
    public Model fit(Matrix x, int[] labels) {
        ModelPreconditions.requireTrainingSet(x, labels);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(labels);
        var result = new LogisticNewton(x, encoded.classIndices(), penalty, tolerance, maxIterations).accelerated();
        return switch (result.status()) {
            case CONVERGED -> model(encoded.classes(), result.weights(), result.objectiveValues());
            case ITERATION_LIMIT ->
                throw new IllegalArgumentException("Newton's method has not converged after " + maxIterations
                        + " iterations; allow more, standardise the features, or raise the penalty of " + penalty);
            case NO_UNIQUE_MINIMUM ->
                throw new IllegalArgumentException("no unique optimum with penalty " + penalty
                        + ": the classes are linearly separable, or columns are linearly dependent;"
                        + " use a larger penalty");
        };
    }

    private static Model model(List<Integer> classes, Vector weights, List<Double> objectiveValues) {
        int d = weights.size() - 1;
        return new Model(
                classes,
                Vector.of(Arrays.copyOf(weights.toArray(), d)),
                weights.get(d),
                Vector.of(objectiveValues.stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()));
    }
}
