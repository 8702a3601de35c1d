package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/// The elastic net: least squares with a price on the size of coefficients and on their squares. What is
/// least is `‖y − x·w − b‖²/(2n) + penaltyPerRow·(l1Ratio·Σ|w| + (1 − l1Ratio)/2·‖w‖²)`; the intercept b has
/// no price.
///
/// The sizes make many coefficients exactly 0, so that features are chosen; the squares make features
/// that say nearly the same share the weight, rather than one of them take all. With a share of 1 this is
/// [Lasso].
///
/// The error counts as a mean over the rows, so a penalty means the same for any number of them (in
/// [Ridge] it does not). It has a meaning only where the features have comparable units, so standardise
/// them first.
///
/// It is found by coordinate descent: one coefficient after the other is put where it is best while the
/// others stay. It stops when no step of a whole sweep was larger than a share `tolerance` of
/// [#maxPenalty], in terms of the slope that it removed; with that, the conditions for the least value
/// hold as closely.
///
/// Cost: O(n·d) for each sweep, O(n·d) memory. Few sweeps for a large penalty, many for a small one with
/// features that say nearly the same.
///
/// Source: H. Zou and T. Hastie, "Regularization and Variable Selection via the Elastic Net", Journal of
/// the Royal Statistical Society B 67 (2005), 301–320; J. Friedman, T. Hastie and R. Tibshirani,
/// "Regularization Paths for Generalized Linear Models via Coordinate Descent", Journal of Statistical
/// Software 33 (2010).
///
/// @param penaltyPerRow the price, finite and above 0
/// @param l1Ratio how much of it is on the sizes rather than on the squares, from 0 to 1
/// @param tolerance when to stop, above 0
/// @param maxIterations when to stop in any case, at least 1
public record ElasticNet(double penaltyPerRow, double l1Ratio, double tolerance, int maxIterations)
        implements Regressor<ElasticNet.Model> {

    public ElasticNet {
        if (!(penaltyPerRow > 0 && penaltyPerRow < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a penalty is finite and above 0, got " + penaltyPerRow + "; without one, use LinearRegression");
        }
        if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException("the share of the sizes is between 0 and 1, got " + l1Ratio);
        }
        if (!(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("coordinate descent needs a tolerance above 0 and at least 1 sweep, got "
                    + tolerance + " and " + maxIterations);
        }
    }

    /// With a tolerance of 1e-9 and at most 10,000 sweeps.
    public ElasticNet(double penaltyPerRow, double l1Ratio) {
        this(penaltyPerRow, l1Ratio, 1e-9, 10_000);
    }

    /// The weights that were found.
    ///
    /// @param penaltyPerRow the price they had
    /// @param coefficients the weight of each feature, shape `(d)`; many are exactly 0
    /// @param intercept the prediction where every feature is 0
    /// @param objectiveValues what is to be least, after each sweep
    /// @param converged whether it stopped before the last sweep that was allowed
    public record Model(
            double penaltyPerRow, Vector coefficients, double intercept, Vector objectiveValues, boolean converged)
            implements LinearModel {

        /// The features whose coefficient is not 0, ascending.
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
    public Model fit(Matrix x, Vector y) {
        ModelPreconditions.requireTrainingSet(x, y);
        return new CoordinateDescent(x, y, l1Ratio).minimise(penaltyPerRow, tolerance, maxIterations);
    }

    /// The model for each of these penalties, in their order. Each starts from the coefficients of the
    /// one before, which saves many sweeps if the penalties fall slowly, as from [#maxPenalty] on.
    ///
    /// @param l1Ratio as above
    /// @throws IllegalArgumentException if a penalty is not above 0, and where [#fit] throws
    public static List<Model> path(Matrix x, Vector y, double l1Ratio, double... penalties) {
        ModelPreconditions.requireTrainingSet(x, y);
        var descent = new CoordinateDescent(x, y, l1Ratio);
        var models = new ArrayList<Model>();
        for (double penalty : penalties) {
            var estimator = new ElasticNet(penalty, l1Ratio);
            models.add(descent.minimise(penalty, estimator.tolerance, estimator.maxIterations));
        }
        return List.copyOf(models);
    }

    /// The least penalty at which every coefficient is 0: there, no feature's slope is worth its price. A
    /// path of penalties starts from it. O(n·d).
    ///
    /// @param l1Ratio as above, but above 0: without a price on sizes, no penalty is enough
    public static double maxPenalty(Matrix x, Vector y, double l1Ratio) {
        ModelPreconditions.requireTrainingSet(x, y);
        if (!(l1Ratio > 0 && l1Ratio <= 1)) {
            throw new IllegalArgumentException(
                    "coefficients become 0 only where the share of the sizes is above 0 and at most 1, got " + l1Ratio);
        }
        return new CoordinateDescent(x, y, l1Ratio).maxGradient() / l1Ratio;
    }
}
