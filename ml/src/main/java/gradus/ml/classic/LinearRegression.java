package gradus.ml.classic;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.PowerOfTwoScaling;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/// Linear regression by ordinary least squares (OLS), with an intercept.
///
/// **Objective.** `‖y − x·w − b‖²`, the residual sum of squares, minimised over the coefficients w and the
/// intercept b. With a weight for each row, the squares are weighted: *weighted least squares*.
///
/// **Method.** The mean of each column and of y is subtracted first, which makes w independent of b and keeps
/// all digits of columns far from 0, such as years or clock times. Then a QR decomposition of the centred
/// columns gives w. The normal equations `xᵀx·w = xᵀy` would square the condition number of x; QR does not.
///
/// **Linearly dependent columns.** A column that is a linear combination of the columns before it and a
/// constant does not change the fit, so a constant column does not either. It gets the coefficient 0 and is
/// listed in [Model#dependentColumns]. scikit-learn instead returns the coefficients of minimum norm; the
/// fitted values are the same. A column counts as dependent if the part of it that is left, after the columns
/// before it have been subtracted, is no larger than the rounding errors of the entries.
///
/// **Cost.** O(n·d·min(n, d)) time and O(n·d) memory.
///
/// Sources: A. M. Legendre, *Nouvelles méthodes pour la détermination des orbites des comètes* (1805); C. F.
/// Gauss, *Theoria motus* (1809); for the standard errors, T. Hastie, R. Tibshirani and J. Friedman, *The
/// Elements of Statistical Learning*, 2nd edition (2009), section 3.2.
public record LinearRegression() implements Regressor.Weighted<LinearRegression.Model> {

    /// A fitted linear regression.
    ///
    /// @param coefficients the coefficient of each feature, shape `(d)`
    /// @param intercept the prediction when every feature is 0
    /// @param standardErrors the standard error of each coefficient, shape `(d)`, if the errors are
    ///     independent and have equal variance (*homoscedastic*). NaN for a dependent column, and NaN for all
    ///     if no degrees of freedom are left, that is, if there are as many independent columns (with the
    ///     intercept's) as rows. Weights count as numbers of rows. If they are reciprocal variances of the
    ///     errors instead, divide them by their mean first
    /// @param interceptStandardError the standard error of the intercept
    /// @param residuals target minus prediction for each row of the training set, whatever its weight, shape
    ///     `(n)`
    /// @param dependentColumns the indices of the columns that are linear combinations of those before them,
    ///     ascending
    public record Model(
            Vector coefficients,
            double intercept,
            Vector standardErrors,
            double interceptStandardError,
            Vector residuals,
            List<Integer> dependentColumns)
            implements LinearModel {

        public Model {
            dependentColumns = List.copyOf(dependentColumns);
        }

        /// A warning that the coefficients are not unique if columns are linearly dependent (*perfect
        /// multicollinearity*); empty otherwise.
        public Optional<String> warning() {
            return dependentColumns.isEmpty()
                    ? Optional.empty()
                    : Optional.of("columns " + dependentColumns
                            + " are linear combinations of the columns before them and a constant, as far as their"
                            + " rounded entries show, so their coefficients were set to 0; other coefficients would fit"
                            + " the training set as well");
        }
    }

    @Override
    public Model fit(Matrix x, Vector y, Vector weights) {
        ModelPreconditions.requireTrainingSet(x, y);
        WeightedRows rows = WeightedRows.of(x, weights);
        Centred centred = Centred.of(rows.x(), rows.weights());
        CentredColumn target =
                CentredColumn.of(rows.select(y).toArray(), rows.weights().toArray());
        ColumnBasis basis = ColumnBasis.of(centred, rows.weights().size());
        double[] residuals = target.values().clone();
        double[] solution = basis.coefficients(basis.project(residuals));
        Vector coefficients = inUnits(Vector.of(solution), 0, centred, target, basis);
        StandardErrors errors = standardErrors(centred, target, basis, residuals, rows.total());
        PowerOfTwoScaling.multiply(residuals, target.exponent());
        return new Model(
                coefficients,
                centred.intercept(target, coefficients),
                errors.coefficients,
                errors.intercept,
                residuals(rows, residuals, i -> residual(x.row(i), y.get(i), centred, target, coefficients), y.size()),
                basis.dependent());
    }

    /// A number for each column, in the unit of its coefficient, from those of the scaled independent columns.
    ///
    /// @param dependent the number for each dependent column
    private static Vector inUnits(
            Vector scaled, double dependent, Centred centred, CentredColumn target, ColumnBasis basis) {
        double[] numbers = new double[centred.columns().size()];
        Arrays.fill(numbers, dependent);
        for (int i = 0; i < scaled.size(); i++) {
            int j = basis.independent().get(i);
            int exponent = target.exponent() - centred.columns().get(j).exponent();
            numbers[j] = Math.scalb(scaled.get(i), exponent);
        }
        return Vector.of(numbers);
    }

    /// The residuals of all rows.
    ///
    /// @param weighted those of the rows that count, times the roots of their weights
    /// @param direct computes the residual of a row from the coefficients
    private static Vector residuals(WeightedRows rows, double[] weighted, IntToDoubleFunction direct, int n) {
        double[] residuals = new double[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            boolean counts = next < weighted.length && rows.indices()[next] == i;
            residuals[i] = counts ? weighted[next] / Math.sqrt(rows.weights().get(next++)) : direct.applyAsDouble(i);
        }
        return Vector.of(residuals);
    }

    /// The residual of a row, from its deviations, which keep the digits of columns far from 0.
    private static double residual(Vector row, double y, Centred centred, CentredColumn target, Vector coefficients) {
        double residual = target.deviation(y);
        for (int j = 0; j < row.size(); j++) {
            residual -= coefficients.get(j) * centred.columns().get(j).deviation(row.get(j));
        }
        return residual;
    }

    private record StandardErrors(Vector coefficients, double intercept) {}

    /// With the centred columns Q·R, the covariance matrix of the coefficients is variance·(RᵀR)⁻¹. So their
    /// standard errors are the norms of the rows of R⁻¹, times the standard deviation of the errors.
    private static StandardErrors standardErrors(
            Centred centred, CentredColumn target, ColumnBasis basis, double[] residuals, double total) {
        List<Integer> independent = basis.independent();
        double degreesOfFreedom = total - (independent.size() + 1);
        double deviation = degreesOfFreedom <= CentredColumn.EPSILON * total
                ? Double.NaN
                : CentredColumn.norm(residuals) / Math.sqrt(degreesOfFreedom);
        Matrix inverse = basis.inverse();
        Vector norms = Vector.from(independent.size(), i -> inverse.row(i).norm());
        Vector ofMeans = inverse.transposeTimes(centred.scaledMeans(independent));
        double ofIntercept = StrictMath.hypot(1 / Math.sqrt(total), ofMeans.norm());
        return new StandardErrors(
                inUnits(norms.times(deviation), Double.NaN, centred, target, basis),
                Math.scalb(deviation * ofIntercept, target.exponent()));
    }
}
