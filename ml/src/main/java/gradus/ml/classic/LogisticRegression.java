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
/// log-likelihood plus an L2 penalty. The intercept b is not penalised. With a weight for each row, the terms
/// of the sum are weighted.
///
/// **Penalty.** The loss is a sum over the rows, so the relative effect of a penalty decreases as the number
/// of rows n grows, or their weights. scikit-learn's `C` of `LogisticRegression` is `1/penalty`. Where the
/// loss is a mean over the rows, as in [ElasticNet], scikit-learn's `SGDClassifier` (`alpha`) or a PyTorch
/// training loop (`weight_decay` on w only), the equivalent penalty is `penalty/n`.
///
/// **Method.** Newton's method, which for this objective is also called iteratively reweighted least squares
/// (IRLS): each step minimises the second-order Taylor approximation of the objective. A step is halved until
/// the objective decreases sufficiently (Armijo condition). Convergence is quadratic near the minimum; 5 to
/// 10 steps are usual. With many rows, the initial weights are those fitted to every 16th row, and the
/// factorised Hessian is reused as long as each step reduces the squared Newton decrement at least tenfold.
///
/// **Cost.** For `x` of shape `(n, d)`: O(n·d²) for a Hessian, O(n·d) for a gradient, O(d³) to solve for d +
/// 1 weights. If there are more columns than rows, or columns are nearly dependent, the rows are first
/// written in an orthonormal basis of at most n directions (a singular value decomposition). With thousands
/// of rows and features prefer [SoftmaxRegression], whose L-BFGS needs no Hessian.
///
/// **Caveats.** Standardise the features first, because the same penalty applies to all coefficients. With
/// penalty 0 there is no unique optimum if columns are linearly dependent (a constant column depends on the
/// intercept), or if a hyperplane separates the classes, also if it contains rows of both classes
/// (quasi-complete separation): the coefficients would grow for ever. `fit` then throws. It also throws if a
/// penalty is so small that the optimum cannot be told from infinity.
///
/// Sources: D. R. Cox, "The Regression Analysis of Binary Sequences", Journal of the Royal Statistical
/// Society B 20 (1958), 215–242; T. Hastie, R. Tibshirani and J. Friedman, *The Elements of Statistical
/// Learning*, 2nd edition (2009), section 4.4.
///
/// @param penalty weight of the L2 penalty in the objective, finite, ≥ 0
/// @param tolerance converged when the predicted decrease of the mean objective (half the squared Newton
///     decrement) is at most this, and no log-odds change by more than 0.5; the last step is still taken;
///     finite, > 0
/// @param maxIterations maximum number of Newton steps, ≥ 1
public record LogisticRegression(double penalty, double tolerance, int maxIterations)
        implements Classifier.Weighted<LogisticRegression.Model> {

    public LogisticRegression {
        ModelPreconditions.requirePenalty(penalty);
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
    /// @param objectiveValues the objective divided by n (the sum of the weights of the rows), before each
    ///     step
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
    /// @throws IllegalArgumentException as in [Classifier.Weighted#fit]; if there are more than two classes;
    ///     if there is no unique optimum (see Caveats), or the penalty is too small to find it; or if the
    ///     method has not converged after `maxIterations` steps
    @Override
    public Model fit(Matrix x, int[] labels, Vector weightsOfRows) {
        ModelPreconditions.requireTrainingSet(x, labels);
        WeightedRows rows = WeightedRows.of(x, weightsOfRows);
        LabelEncoding encoded = LabelEncoding.ofTwoClasses(rows.select(labels));
        if (x.columns() < rows.x().rows()) {
            // To look at all rows costs a twentieth of the fit. It is needed only if this fails.
            if (ConditionedFeatures.ifFirstRowsShow(rows.x()).isPresent()) {
                LogisticNewton.Result result =
                        newton(rows.x(), encoded, rows, penalty).accelerated();
                if (result.status() == LogisticNewton.Status.CONVERGED) {
                    return model(encoded, result);
                }
            }
            var features = ConditionedFeatures.of(rows.x(), penalty);
            LogisticNewton.Result result = newton(features.x(), encoded, rows, features.penalty(penalty))
                    .accelerated();
            if (result.status() != LogisticNewton.Status.SINGULAR_HESSIAN) {
                requireConverged(result);
                double[] weights = result.weights().toArray();
                Vector coefficients = features.coefficients(Vector.of(Arrays.copyOf(weights, x.columns())));
                double intercept = features.intercept(weights[x.columns()], coefficients);
                return model(encoded, coefficients, intercept, result);
            }
        }
        return penalty == 0 ? fitInBasis(rows, encoded) : fitInDirections(rows, encoded);
    }

    /// Fits a model without a penalty of the coordinates in an orthonormal basis of the columns, which are
    /// not nearly dependent even if the columns are.
    private Model fitInBasis(WeightedRows rows, LabelEncoding encoded) {
        Centred centred = Centred.of(rows.x());
        ColumnBasis basis = ColumnBasis.of(centred, rows.x().rows());
        int rank = basis.independent().size();
        if (rank < rows.x().columns()) {
            throw new IllegalArgumentException("without a penalty, the columns must be linearly independent of each"
                    + " other and of a constant, but only " + rank + " of "
                    + rows.x().columns()
                    + " are; use a penalty above 0, or leave columns out");
        }
        LogisticNewton.Result result = newton(basis.vectors(), encoded, rows, 0).reference();
        requireConverged(result);
        double[] weights = result.weights().toArray();
        double[] scaled = basis.coefficients(Arrays.copyOf(weights, rank));
        Vector coefficients = Vector.from(
                rank, j -> Math.scalb(scaled[j], -centred.columns().get(j).exponent()));
        return model(encoded, coefficients, centred.intercept(weights[rank], 0, coefficients), result);
    }

    /// Fits a model with a penalty of the coordinates in the directions in which the rows vary: if there are
    /// more columns than rows, they are fewer than the columns.
    private Model fitInDirections(WeightedRows rows, LabelEncoding encoded) {
        Centred centred = Centred.of(rows.x());
        CentredSvd svd = CentredSvd.of(centred);
        // Small features stay as they are, because a penalty on large coefficients could overflow.
        int divisor = Math.max(0, svd.exponent());
        LogisticNewton.Result result = newton(
                        svd.coordinates(divisor), encoded, rows, Math.scalb(penalty, -2 * divisor))
                .reference();
        requireConverged(result);
        double[] weights = result.weights().toArray();
        Vector coefficients = svd.coefficients(Vector.of(Arrays.copyOf(weights, svd.rank())), divisor);
        return model(encoded, coefficients, centred.intercept(weights[svd.rank()], 0, coefficients), result);
    }

    private LogisticNewton newton(Matrix x, LabelEncoding encoded, WeightedRows rows, double scaledPenalty) {
        return new LogisticNewton(x, encoded.classIndices(), rows.weights(), scaledPenalty, tolerance, maxIterations);
    }

    private void requireConverged(LogisticNewton.Result result) {
        String problem = switch (result.status()) {
            case CONVERGED -> "";
            case SEPARATED ->
                penalty > 0
                        ? nearlySeparated()
                        : "no finite coefficients are optimal with penalty " + penalty
                                + ", because the classes are linearly separable; use a larger penalty";
            case SINGULAR_HESSIAN -> nearlySeparated();
            case STALLED ->
                result.predictedDecrease() > tolerance && result.isWithinRounding()
                        ? "the loss has converged up to rounding, but the predicted decrease is "
                                + result.predictedDecrease() + "; raise the tolerance of " + tolerance
                        : nearlySeparated();
            case ITERATION_LIMIT ->
                result.predictedDecrease() <= tolerance
                        ? nearlySeparated()
                        : "Newton's method has not converged after " + maxIterations
                                + " iterations; allow more, standardise the features, or raise the penalty of "
                                + penalty;
        };
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
    }

    private String nearlySeparated() {
        return "no finite coefficients can be found with penalty " + penalty
                + ", because as far as rounding shows, a hyperplane separates the classes, at most except for rows that"
                + " lie on it; " + (penalty > 0 ? "standardise the features, or " : "") + "use a larger penalty";
    }

    /// The model with the weights that were found, if the features were not changed.
    private static Model model(LabelEncoding encoded, LogisticNewton.Result result) {
        double[] weights = result.weights().toArray();
        int d = weights.length - 1;
        return model(encoded, Vector.of(Arrays.copyOf(weights, d)), weights[d], result);
    }

    private static Model model(
            LabelEncoding encoded, Vector coefficients, double intercept, LogisticNewton.Result result) {
        List<Double> values = result.objectiveValues();
        return new Model(encoded.classes(), coefficients, intercept, Vector.from(values.size(), values::get));
    }
}
