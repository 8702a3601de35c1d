package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// Lasso: least squares with an L1 penalty, which sets many coefficients to exactly 0 (*sparse* coefficients,
/// *feature selection*).
///
/// **Objective.** `‖y − x·w − b‖²/(2n) + penaltyPerRow·‖w‖₁`, minimised over w and b; `‖w‖₁` is `Σ |w_j|`.
/// The first term is half the mean squared error. The intercept b is not penalised. With a weight for each
/// row, it is half the weighted mean of the squared errors.
///
/// **Penalty.** The loss is a mean over the n rows, so the effect of the penalty does not depend on n. It is
/// scikit-learn's `alpha` of `Lasso`. Where the loss is a sum over the rows, `½·‖y − x·w − b‖² + λ·‖w‖₁`, the
/// equivalent penalty is `λ = n·penaltyPerRow`.
///
/// **Optimality conditions.** With the residuals r, `|x_j·r|/n` is the absolute partial derivative of the
/// loss with respect to `w_j` (for centred x). At the minimum it equals the penalty where `w_j ≠ 0` and is at
/// most the penalty where `w_j = 0`. So a large penalty sets most coefficients to exactly 0.
///
/// **Method, stopping, cost.** Coordinate descent: see [ElasticNet]; this is the case `l1Ratio = 1`.
///
/// **Caveats.** Standardise the features first. Among strongly correlated features the selection is
/// arbitrary: a small change of the data can select another one.
///
/// Source: R. Tibshirani, "Regression Shrinkage and Selection via the Lasso", Journal of the Royal
/// Statistical Society B 58 (1996), 267–288.
///
/// @param penaltyPerRow weight of the L1 penalty in the objective, finite, > 0
/// @param tolerance relative stopping tolerance, finite, > 0: see [ElasticNet]
/// @param maxIterations maximum number of sweeps, ≥ 1
public record Lasso(double penaltyPerRow, double tolerance, int maxIterations)
        implements Regressor.Weighted<ElasticNet.Model> {

    public Lasso {
        new ElasticNet(penaltyPerRow, 1, tolerance, maxIterations);
    }

    /// With a tolerance of 1e-9 and at most 10,000 sweeps.
    public Lasso(double penaltyPerRow) {
        this(penaltyPerRow, ElasticNet.DEFAULT_TOLERANCE, ElasticNet.DEFAULT_MAX_ITERATIONS);
    }

    @Override
    public ElasticNet.Model fit(Matrix x, Vector y, Vector weights) {
        return new ElasticNet(penaltyPerRow, 1, tolerance, maxIterations).fit(x, y, weights);
    }

    /// Regularisation path: the model for each of these penalties, in the given order, each started from the
    /// coefficients of the one before (*warm start*). Tolerance and maximum number of sweeps are the
    /// defaults.
    ///
    /// @param penaltiesPerRow values of `penaltyPerRow`, preferably in descending order, starting at
    ///     [#maxPenaltyPerRow]
    /// @throws IllegalArgumentException if a penalty is not finite and above 0, and whenever [#fit] throws
    public static List<ElasticNet.Model> path(Matrix x, Vector y, double... penaltiesPerRow) {
        return ElasticNet.path(x, y, 1, penaltiesPerRow);
    }

    /// Regularisation path with this tolerance and at most this number of sweeps for each penalty.
    ///
    /// @param penaltiesPerRow values of `penaltyPerRow`
    /// @throws IllegalArgumentException if a hyperparameter is out of range, and whenever [#fit] throws
    public static List<ElasticNet.Model> path(
            Matrix x, Vector y, double[] penaltiesPerRow, double tolerance, int maxIterations) {
        return ElasticNet.path(x, y, 1, penaltiesPerRow, tolerance, maxIterations);
    }

    /// The smallest penalty at which every coefficient is 0: the maximum of `|x_j·(y − mean(y))|/n` over the
    /// features of centred x. O(n·d).
    public static double maxPenaltyPerRow(Matrix x, Vector y) {
        return ElasticNet.maxPenaltyPerRow(x, y, 1);
    }

    /// Soft thresholding: moves `z` towards 0 by `threshold`, and stops at 0. The minimiser w of
    /// `½(w − z)² + threshold·|w|`.
    ///
    /// @param threshold 0 or more
    /// @throws IllegalArgumentException if `threshold` is negative or NaN
    public static double softThreshold(double z, double threshold) {
        if (!(threshold >= 0)) {
            throw new IllegalArgumentException("threshold must be at least 0, got " + threshold);
        }
        return z > threshold ? z - threshold : z < -threshold ? z + threshold : 0;
    }
}
