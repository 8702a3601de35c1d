package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Svd;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ridge regression: least squares with a price on large coefficients. What is least is `‖y − x·w − b‖² +
/// penalty·‖w‖²`; the intercept b has no price.
///
/// The penalty is compared with a sum over the rows: twice as many rows make the same penalty count half.
/// It has a meaning only where the features have comparable units, so standardise them first.
///
/// The solution is that of ordinary least squares with d rows more, each √penalty for one feature and 0
/// for its target. It is found that way, by [Qr]. The normal equations `(xᵀx + penalty·I)·w = xᵀy` and
/// [gradus.ml.linalg.Cholesky] are quicker by half for many rows; but they square the condition of x, and
/// a small penalty is lost beside xᵀx in rounding. Here every penalty, however small, gets the digits
/// that the data has.
///
/// Cost: O((n + d)·d²) time, O((n + d)·d) memory.
///
/// Source: A. Hoerl and R. Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems",
/// Technometrics 12 (1970), 55–67.
///
/// @param penalty the price of a squared coefficient, finite and 0 or more; with 0, this is
///     [LinearRegression]
public record Ridge(double penalty) implements Regressor<Ridge.Model> {

    public Ridge {
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a penalty is finite and 0 or more, got " + penalty);
        }
    }

    /// The weights that were found.
    ///
    /// @param penalty the price they had
    /// @param coefficients the weight of each feature, shape `(d)`
    /// @param intercept the prediction where every feature is 0
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

    /// The model for each of these penalties, in their order: how the coefficients shrink as the penalty
    /// grows.
    ///
    /// One decomposition serves them all: `x = U·Σ·Vᵀ` gives `w = V·(σ/(σ² + penalty))·Uᵀ·y`. Along a
    /// direction in which the rows vary much, σ² is large and little is taken away; where they hardly
    /// vary, nearly all. O(n·d²) once, and O(d²) for each penalty.
    ///
    /// @param penalties finite and above 0
    /// @throws IllegalArgumentException if a penalty is not, and where [#fit] throws
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
                    "the penalties of a path are finite and above 0, got " + penalty + "; for 0, use LinearRegression");
        }
    }
}
