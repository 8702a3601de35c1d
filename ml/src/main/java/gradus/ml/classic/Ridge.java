package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// Ridge regression: least squares with an L2 penalty.
///
/// **Objective.** `‖y − x·w − b‖² + penalty·‖w‖²`, minimised over w and b. The intercept b is not penalised.
/// With a weight for each row, the squares of the first term are weighted.
///
/// **Penalty.** The loss is a sum over the rows, so on twice as many rows, or with weights twice as large,
/// the same penalty has half the effect. It is scikit-learn's `alpha` of `Ridge`. [ElasticNet], whose loss is
/// a mean over the n rows, gives the same coefficients with `l1Ratio = 0` and `penaltyPerRow = penalty/n`.
///
/// **Method.** The normal equations `(xᵀx + penalty·I)·w = xᵀy` of the centred x are solved with
/// [gradus.ml.linalg.Cholesky] and refined; with more columns than rows, those of the dual problem,
/// `(xxᵀ + penalty·I)·α = y` and `w = xᵀα`. They square the condition number of x, and adding a small penalty to
/// xᵀx rounds it away. So for small penalties, x is decomposed. Ridge is ordinary least squares with d more
/// rows, each with √penalty in one feature, 0 in the others and 0 as the target. For fewer columns than rows,
/// that augmented problem is solved by QR decompositions of the centred columns and then of the additional
/// rows. Otherwise the singular value decomposition ([gradus.ml.linalg.Svd]), `x = U·Σ·Vᵀ`, gives
/// `w = V·(σ/(σ² + penalty))·Uᵀ·y`: in a direction in which the rows vary a lot, σ² is large and there is
/// little shrinkage; in a direction in which they hardly vary, w shrinks almost to 0. As the penalty tends to 0, w
/// tends to the
/// least-squares solution of minimum norm, also if columns are linearly dependent.
///
/// **Cost.** O(n·d·min(n, d)) time, O(n·d) memory. If there are not fewer columns than rows and they differ
/// so much in scale that the singular value decomposition loses the smaller ones, O(d³).
///
/// **Caveats.** The same penalty applies to all coefficients, so standardise the features first.
///
/// Source: A. Hoerl and R. Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems",
/// Technometrics 12 (1970), 55–67.
///
/// @param penalty weight of the L2 penalty in the objective, finite, ≥ 0; with 0 the result is that of
///     [LinearRegression]
public record Ridge(double penalty) implements Regressor.Weighted<Ridge.Model> {

    public Ridge {
        ModelPreconditions.requirePenalty(penalty);
    }

    /// A fitted ridge regression.
    ///
    /// @param penalty the penalty it was fitted with
    /// @param coefficients the coefficient of each feature, shape `(d)`
    /// @param intercept the prediction when every feature is 0
    public record Model(double penalty, Vector coefficients, double intercept) implements LinearModel {}

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        if (penalty > 0) {
            return path(x, y, weights, penalty).getFirst();
        }
        var leastSquares = new LinearRegression().fit(x, y, weights);
        return new Model(0, leastSquares.coefficients(), leastSquares.intercept());
    }

    /// Regularisation path: the model for each of these penalties, in the given order. It shows how the
    /// coefficients shrink as the penalty grows. One decomposition of x serves all penalties: O(n·d·min(n,
    /// d)) once, and for each penalty O(d³) if d < n, else O(n·d).
    ///
    /// @param penalties finite and above 0
    /// @throws IllegalArgumentException if a penalty is not finite and above 0, and whenever [#fit] throws
    public static List<Model> path(Matrix x, Vector y, double... penalties) {
        return path(x, y, WeightedRows.ones(x.rows()), penalties);
    }

    /// Regularisation path of weighted rows.
    ///
    /// @param weights the weight of each row, shape `(n)`, as in [Regressor.Weighted#fit]
    /// @param penalties finite and above 0
    /// @throws IllegalArgumentException if a penalty is not finite and above 0, and whenever [#fit] throws
    public static List<Model> path(Matrix x, Vector y, Vector weights, double... penalties) {
        ModelPreconditions.requireTrainingSet(x, y);
        WeightedRows rows = WeightedRows.of(x, weights);
        for (double penalty : penalties) {
            requirePathPenalty(penalty);
        }
        Centred centred = Centred.of(rows.x(), rows.weights());
        CentredColumn target =
                CentredColumn.of(rows.select(y).toArray(), rows.weights().toArray());
        DoubleFunction<Vector> solver = solver(centred, target);
        var models = new ArrayList<Model>();
        for (double penalty : penalties) {
            Vector coefficients = solver.apply(penalty);
            models.add(new Model(penalty, coefficients, centred.intercept(target, coefficients)));
        }
        return List.copyOf(models);
    }

    private static DoubleFunction<Vector> solver(Centred centred, CentredColumn target) {
        Optional<RidgeByGram> byGram = RidgeByGram.of(centred, target);
        var decomposed = new Decomposed(centred, target);
        return penalty ->
                byGram.flatMap(gram -> gram.coefficients(penalty)).orElseGet(() -> decomposed.coefficients(penalty));
    }

    /// Solves by decompositions of the centred features, once a penalty needs them.
    private static final class Decomposed {

        private final Centred centred;
        private final CentredColumn target;
        private RidgeByColumns byColumns;
        private RidgeByDirections byDirections;

        Decomposed(Centred centred, CentredColumn target) {
            this.centred = centred;
            this.target = target;
        }

        Vector coefficients(double penalty) {
            if (centred.columns().size() < target.values().length) {
                return byColumns().coefficients(penalty);
            }
            if (byDirections == null) {
                byDirections = new RidgeByDirections(centred, target);
            }
            return byDirections
                    .coefficients(penalty)
                    .orElseGet(() -> byColumns().coefficients(penalty));
        }

        private RidgeByColumns byColumns() {
            if (byColumns == null) {
                byColumns = new RidgeByColumns(centred, target);
            }
            return byColumns;
        }
    }

    private static void requirePathPenalty(double penalty) {
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "penalties must be finite and above 0, got " + penalty + "; for 0, use LinearRegression");
        }
    }
}
