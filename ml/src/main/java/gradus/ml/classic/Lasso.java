package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import java.util.List;

/// The lasso: least squares with a price on the size of coefficients. What is least is `‖y − x·w −
/// b‖²/(2n) + penalty·Σ|w|`; the intercept b has no price.
///
/// At the least value, the slope of the error along each feature, `|x_j·r|/n` with the residuals r,
/// equals the penalty where the coefficient is not 0, and is at most the penalty where it is 0. So most
/// coefficients are exactly 0 when the penalty is large: features are chosen. Of features that say nearly
/// the same, which one is chosen is chance.
///
/// How it is found, when it stops and what it costs is said in [ElasticNet], of which this is the case
/// `share` = 1.
///
/// Source: R. Tibshirani, "Regression Shrinkage and Selection via the Lasso", Journal of the Royal
/// Statistical Society B 58 (1996), 267–288.
///
/// @param penaltyPerRow the price, finite and above 0
/// @param tolerance when to stop, above 0
/// @param maxIterations when to stop in any case, at least 1
public record Lasso(double penaltyPerRow, double tolerance, int maxIterations) implements Regressor<ElasticNet.Model> {

    public Lasso {
        new ElasticNet(penaltyPerRow, 1, tolerance, maxIterations);
    }

    /// With a tolerance of 1e-9 and at most 10,000 sweeps.
    public Lasso(double penaltyPerRow) {
        this(penaltyPerRow, 1e-9, 10_000);
    }

    @Override
    public ElasticNet.Model fit(Matrix x, Vector y) {
        return new ElasticNet(penaltyPerRow, 1, tolerance, maxIterations).fit(x, y);
    }

    /// The model for each of these penalties, in their order, each started from the one before.
    ///
    /// @throws IllegalArgumentException if a penalty is not above 0, and where [#fit] throws
    public static List<ElasticNet.Model> path(Matrix x, Vector y, double... penalties) {
        return ElasticNet.path(x, y, 1, penalties);
    }

    /// The least penalty at which every coefficient is 0: the largest `|x_j·(y − mean)|/n`, with x
    /// centred. O(n·d).
    public static double maxPenalty(Matrix x, Vector y) {
        return ElasticNet.maxPenalty(x, y, 1);
    }

    /// `z` brought nearer to 0 by `threshold`, and to 0 exactly if it is no farther away: the best
    /// coefficient, where `z` would be it without a price.
    ///
    /// @param threshold 0 or more
    public static double softThreshold(double z, double threshold) {
        return z > threshold ? z - threshold : z < -threshold ? z + threshold : 0;
    }
}
