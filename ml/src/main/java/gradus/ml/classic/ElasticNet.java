package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Elastic net: least squares with an L1 and an L2 penalty.
///
/// **Objective.** `‖y − x·w − b‖²/(2n) + penaltyPerRow·(l1Ratio·‖w‖₁ + (1 − l1Ratio)/2·‖w‖²)`, minimised over
/// w and b; `‖w‖₁` is `Σ |w_j|`. The first term is half the mean squared error. The intercept b is not
/// penalised. With a weight for each row, it is half the weighted mean of the squared errors, so a common
/// factor of all weights changes nothing.
///
/// The L1 penalty sets many coefficients to exactly 0 (feature selection). The L2 penalty gives strongly
/// correlated features similar coefficients, where the L1 penalty alone would select one of them. With
/// `l1Ratio = 1` this is [Lasso].
///
/// **Penalty.** The loss is a mean over the n rows, so the effect of the penalty does not depend on n.
/// `penaltyPerRow` and `l1Ratio` are scikit-learn's `alpha` and `l1_ratio` of `ElasticNet`. Where the loss is
/// a sum over the rows, as in [Ridge], the equivalent penalty is n times as large: with `l1Ratio = 0` the
/// coefficients are those of [Ridge] with `penalty = n·penaltyPerRow`.
///
/// **Method.** Coordinate descent: each step minimises the objective over one coefficient with the others
/// fixed; soft thresholding gives this minimum in closed form. A *sweep* updates every coefficient once. The
/// stopping criterion is that no step of a sweep changes the predictions by more than `tolerance` times the
/// standard deviation of the targets (root mean square over the rows). It does not depend on the units of
/// features and targets, and the optimality conditions then hold to about this accuracy.
///
/// **Cost.** O(n·d) per sweep, O(n·d) memory. A large penalty needs few sweeps, a small one with correlated
/// features many.
///
/// **Caveats.** The same penalty applies to all coefficients, so standardise the features first.
///
/// Sources: H. Zou and T. Hastie, "Regularization and Variable Selection via the Elastic Net", Journal of the
/// Royal Statistical Society B 67 (2005), 301–320; J. Friedman, T. Hastie and R. Tibshirani, "Regularization
/// Paths for Generalized Linear Models via Coordinate Descent", Journal of Statistical Software 33 (2010).
///
/// @param penaltyPerRow weight of the penalty in the objective, finite, > 0
/// @param l1Ratio fraction of the penalty that is L1 rather than L2, from 0 to 1
/// @param tolerance relative stopping tolerance, finite, > 0
/// @param maxIterations maximum number of sweeps, ≥ 1
public record ElasticNet(double penaltyPerRow, double l1Ratio, double tolerance, int maxIterations)
        implements Regressor.Weighted<ElasticNet.Model> {

    static final double DEFAULT_TOLERANCE = 1e-9;
    static final int DEFAULT_MAX_ITERATIONS = 10_000;

    public ElasticNet {
        if (!(penaltyPerRow > 0 && penaltyPerRow < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "penaltyPerRow must be finite and above 0, got " + penaltyPerRow + "; for 0, use LinearRegression");
        }
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1Ratio must be between 0 and 1, got " + l1Ratio);
        }
        if (!(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY) || maxIterations < 1) {
            throw new IllegalArgumentException(
                    "tolerance must be finite and above 0, and maxIterations at least 1, got " + tolerance + " and "
                            + maxIterations);
        }
    }

    /// With a tolerance of 1e-9 and at most 10,000 sweeps.
    public ElasticNet(double penaltyPerRow, double l1Ratio) {
        this(penaltyPerRow, l1Ratio, DEFAULT_TOLERANCE, DEFAULT_MAX_ITERATIONS);
    }

    /// A fitted elastic net or lasso.
    ///
    /// @param penaltyPerRow the penalty it was fitted with
    /// @param coefficients the coefficient of each feature, shape `(d)`; many are exactly 0 if there is an L1
    ///     penalty
    /// @param intercept the prediction when every feature is 0
    /// @param objectiveValues the objective after each sweep; infinite if it does not fit into a `double`
    /// @param converged whether the stopping tolerance was reached within `maxIterations` sweeps
    public record Model(
            double penaltyPerRow, Vector coefficients, double intercept, Vector objectiveValues, boolean converged)
            implements LinearModel {

        /// The selected features: indices of the coefficients that are not 0, ascending.
        public List<Integer> selectedFeatures() {
            var selected = new ArrayList<Integer>();
            for (int j = 0; j < featureCount(); j++) {
                if (coefficients.get(j) != 0) {
                    selected.add(j);
                }
            }
            return List.copyOf(selected);
        }
    }

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        return new CoordinateDescent(x, y, weights, l1Ratio).minimise(penaltyPerRow, tolerance, maxIterations);
    }

    /// Regularisation path: the model for each of these penalties, in the given order. Each fit starts from
    /// the coefficients of the one before (*warm start*), which saves many sweeps if the penalties decrease
    /// in small steps, for instance starting at [#maxPenaltyPerRow]. Tolerance and maximum number of sweeps
    /// are the defaults.
    ///
    /// @param l1Ratio fraction of the penalty that is L1, from 0 to 1
    /// @param penaltiesPerRow values of `penaltyPerRow`
    /// @throws IllegalArgumentException if a penalty is not finite and above 0, and whenever [#fit] throws
    public static List<Model> path(Matrix x, Vector y, double l1Ratio, double... penaltiesPerRow) {
        return path(x, y, l1Ratio, penaltiesPerRow, DEFAULT_TOLERANCE, DEFAULT_MAX_ITERATIONS);
    }

    /// Regularisation path with this tolerance and at most this number of sweeps for each penalty.
    ///
    /// @param l1Ratio fraction of the penalty that is L1, from 0 to 1
    /// @param penaltiesPerRow values of `penaltyPerRow`
    /// @throws IllegalArgumentException if a hyperparameter is out of range, and whenever [#fit] throws
    public static List<Model> path(
            Matrix x, Vector y, double l1Ratio, double[] penaltiesPerRow, double tolerance, int maxIterations) {
        ModelPreconditions.requireTrainingSet(x, y);
        List<ElasticNet> estimators = Arrays.stream(penaltiesPerRow)
                .mapToObj(penalty -> new ElasticNet(penalty, l1Ratio, tolerance, maxIterations))
                .toList();
        var descent = new CoordinateDescent(x, y, WeightedRows.ones(x.rows()), l1Ratio);
        var models = new ArrayList<Model>();
        for (ElasticNet estimator : estimators) {
            models.add(descent.minimise(estimator.penaltyPerRow, tolerance, maxIterations));
        }
        return List.copyOf(models);
    }

    /// The smallest penalty at which every coefficient is 0: the largest absolute partial derivative of the
    /// loss at w = 0, divided by `l1Ratio`. A regularisation path usually starts here. O(n·d).
    ///
    /// @param l1Ratio fraction of the penalty that is L1, above 0 and at most 1: without an L1 penalty, no
    ///     finite penalty sets all coefficients to 0
    public static double maxPenaltyPerRow(Matrix x, Vector y, double l1Ratio) {
        ModelPreconditions.requireTrainingSet(x, y);
        if (!(l1Ratio > 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("l1Ratio must be above 0 and at most 1, got " + l1Ratio
                    + "; only an L1 penalty sets coefficients to 0");
        }
        double maxGradient = new CoordinateDescent(x, y, WeightedRows.ones(x.rows()), l1Ratio).maxGradient();
        double penalty = maxGradient / l1Ratio;
        while (penalty * l1Ratio < maxGradient) {
            penalty = Math.nextUp(penalty);
        }
        return penalty;
    }
}
