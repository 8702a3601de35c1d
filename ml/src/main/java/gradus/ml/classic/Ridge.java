package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Svd;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ridge regression: least squares with an L2 penalty.
///
/// **Objective.** `‖y − x·w − b‖² + penalty·‖w‖²`, minimised over w and b. The intercept b is not penalised.
///
/// **Penalty.** The loss is a sum over the rows, so on twice as many rows the same penalty has half the
/// effect. It is scikit-learn's `alpha` of `Ridge`. [ElasticNet], whose loss is a mean over the n rows, gives
/// the same coefficients with `l1Ratio = 0` and `penaltyPerRow = penalty/n`.
///
/// **Method.** Ridge is ordinary least squares with d more rows, each with √penalty in one feature, 0 in the
/// others and 0 as the target. That augmented problem is solved by [Qr]. The normal equations
/// `(xᵀx + penalty·I)·w = xᵀy` with [gradus.ml.linalg.Cholesky] take half the time for many rows, but they
/// square the condition number of x, and adding a small penalty to xᵀx rounds it away. QR is as accurate for
/// a small penalty as for a large one.
///
/// **Cost.** O((n + d)·d²) time, O((n + d)·d) memory.
///
/// **Caveats.** The same penalty applies to all coefficients, so standardise the features first.
///
/// Source: A. Hoerl and R. Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems",
/// Technometrics 12 (1970), 55–67.
///
/// @param penalty weight of the L2 penalty in the objective, finite, ≥ 0; with 0 the result is that of
///     [LinearRegression]
public record Ridge(double penalty) implements Regressor<Ridge.Model> {

    public Ridge {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be finite and at least 0, got " + penalty);
        }
    }

    /// A fitted ridge regression.
    ///
    /// @param penalty the penalty it was fitted with
    /// @param coefficients the coefficient of each feature, shape `(d)`
    /// @param intercept the prediction when every feature is 0
    public record Model(double penalty, Vector coefficients, double intercept) implements LinearModel {}

    @Override
    public Model fit(Matrix x, Vector y) {
        ModelPreconditions.requireTrainingSet(x, y);
        if (penalty == 0) {
            var leastSquares = new LinearRegression().fit(x, y);
            return new Model(0, leastSquares.coefficients(), leastSquares.intercept());
        }
        Centred centred = Centred.of(x);
        int n = x.rows();
        int d = x.columns();
        double rootPenalty = Math.sqrt(penalty);
        Matrix augmented =
                Matrix.from(n + d, d, (i, j) -> i < n ? centred.x().get(i, j) : i - n == j ? rootPenalty : 0);
        Vector targets = Vector.of(Arrays.copyOf(Centred.of(y).toArray(), n + d));
        return model(penalty, Qr.of(augmented).leastSquares(targets), centred.means(), y);
    }

    /// Regularisation path: the model for each of these penalties, in the given order. It shows how the
    /// coefficients shrink as the penalty grows.
    ///
    /// All penalties use one singular value decomposition of the centred x: `x = U·Σ·Vᵀ` gives
    /// `w = V·(σ/(σ² + penalty))·Uᵀ·y`. In a direction in which the rows vary a lot, σ² is large and there is
    /// little shrinkage; in a direction in which they hardly vary, w shrinks almost to 0. O(n·d²) once, and
    /// O(n + d²) for each penalty.
    ///
    /// @param penalties finite and above 0
    /// @throws IllegalArgumentException if a penalty is not finite and above 0, and whenever [#fit] throws
    public static List<Model> path(Matrix x, Vector y, double... penalties) {
        ModelPreconditions.requireTrainingSet(x, y);
        Centred centred = Centred.of(x);
        Svd svd = Svd.of(centred.x());
        Vector rotated = svd.u().transposeTimes(Centred.of(y));
        var models = new ArrayList<Model>();
        for (double penalty : penalties) {
            requirePathPenalty(penalty);
            double[] shrunk = new double[rotated.size()];
            for (int i = 0; i < shrunk.length; i++) {
                double singularValue = svd.singularValues().get(i);
                shrunk[i] = rotated.get(i) * singularValue / (singularValue * singularValue + penalty);
            }
            models.add(model(penalty, svd.v().times(Vector.of(shrunk)), centred.means(), y));
        }
        return List.copyOf(models);
    }

    private static Model model(double penalty, Vector coefficients, Vector means, Vector y) {
        return new Model(penalty, coefficients, Centred.mean(y) - means.dot(coefficients));
    }

    private static void requirePathPenalty(double penalty) {
        if (!(penalty > 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "penalties must be finite and above 0, got " + penalty + "; for 0, use LinearRegression");
        }
    }
}
