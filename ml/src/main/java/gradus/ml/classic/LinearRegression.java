package gradus.ml.classic;

import gradus.ml.linalg.Cholesky;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Linear regression by ordinary least squares (OLS), with an intercept.
///
/// **Objective.** `‖y − x·w − b‖²`, the residual sum of squares, minimised over the coefficients w and the
/// intercept b.
///
/// **Method.** A QR decomposition ([Qr]) of the design matrix A, which is x with a column of ones before it.
/// The normal equations `AᵀA·w = Aᵀy` would square the condition number of A; QR does not.
///
/// **Linearly dependent columns.** A column that is a linear combination of the columns before it does not
/// change the fit. A constant column is one: it is a multiple of the column of ones. It gets the coefficient
/// 0 and is listed in [Model#dependentColumns]. scikit-learn instead returns the coefficients of minimum
/// norm; the fitted values are the same.
///
/// **Cost.** O(n·d²) time and O(n·d) memory; the decomposition is repeated for each dependent column.
///
/// Sources: A. M. Legendre, *Nouvelles méthodes pour la détermination des orbites des comètes* (1805); C. F.
/// Gauss, *Theoria motus* (1809); for the standard errors, T. Hastie, R. Tibshirani and J. Friedman, *The
/// Elements of Statistical Learning*, 2nd edition (2009), section 3.2.
public record LinearRegression() implements Regressor<LinearRegression.Model> {

    /// A column is dependent if its component orthogonal to the columns before it is at most this fraction of
    /// its norm (or n·2⁻⁵² of it, if that is larger).
    private static final double RELATIVE_TOLERANCE = 1e-10;

    /// A fitted linear regression.
    ///
    /// @param coefficients the coefficient of each feature, shape `(d)`
    /// @param intercept the prediction when every feature is 0
    /// @param standardErrors the standard error of each coefficient, shape `(d)`, if the errors are
    ///     independent and have equal variance (*homoscedastic*). NaN for a dependent column, and NaN for all
    ///     if no degrees of freedom are left, that is, if there are as many independent columns (with the
    ///     intercept's) as rows
    /// @param interceptStandardError the standard error of the intercept
    /// @param residuals target minus prediction for each row of the training set, shape `(n)`
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
                    : Optional.of(
                            "columns " + dependentColumns + " are linear combinations of the columns before them and a"
                                    + " constant, so their coefficients were set to 0; the predictions are valid, but"
                                    + " the coefficients of the columns involved are not unique");
        }
    }

    @Override
    public Model fit(Matrix x, Vector y) {
        ModelPreconditions.requireTrainingSet(x, y);
        var independent =
                new ArrayList<>(IntStream.rangeClosed(0, x.columns()).boxed().toList());
        Qr qr = Qr.of(design(x, independent));
        for (int c = firstDependent(qr); c >= 0; c = firstDependent(qr)) {
            independent.remove(c);
            qr = Qr.of(design(x, independent));
        }
        return model(x, y, independent, qr);
    }

    /// The design matrix of these columns, where 0 is the intercept's column of ones and j is feature j − 1.
    private static Matrix design(Matrix x, List<Integer> columns) {
        int[] indices = columns.stream().mapToInt(Integer::intValue).toArray();
        return Matrix.from(x.rows(), indices.length, (i, c) -> indices[c] == 0 ? 1 : x.get(i, indices[c] - 1));
    }

    /// The first column that is numerically a linear combination of those before it; −1 if there is none.
    private static int firstDependent(Qr qr) {
        Matrix r = qr.r();
        double tolerance = Math.max(RELATIVE_TOLERANCE, qr.q().rows() * Math.ulp(1.0));
        for (int c = 0; c < r.columns(); c++) {
            if (c >= r.rows() || r.get(c, c) <= tolerance * r.column(c).norm()) {
                return c;
            }
        }
        return -1;
    }

    private static Model model(Matrix x, Vector y, List<Integer> independent, Qr qr) {
        Vector solution = qr.leastSquares(y);
        Vector residuals = y.minus(qr.q().times(qr.q().transposeTimes(y)));
        int degreesOfFreedom = y.size() - independent.size();
        double variance = degreesOfFreedom == 0 ? Double.NaN : residuals.dot(residuals) / degreesOfFreedom;
        // Rᵀ is the Cholesky factor of AᵀA; variance·(AᵀA)⁻¹ is the covariance matrix of the coefficients.
        Matrix inverse = new Cholesky(qr.r().transpose()).inverse();
        double[] weights = new double[x.columns() + 1];
        double[] errors = new double[x.columns() + 1];
        Arrays.fill(errors, Double.NaN);
        for (int c = 0; c < independent.size(); c++) {
            weights[independent.get(c)] = solution.get(c);
            errors[independent.get(c)] = Math.sqrt(variance * inverse.get(c, c));
        }
        List<Integer> dependentColumns = IntStream.range(0, x.columns())
                .filter(j -> !independent.contains(j + 1))
                .boxed()
                .toList();
        return new Model(tail(weights), weights[0], tail(errors), errors[0], residuals, dependentColumns);
    }

    private static Vector tail(double[] numbers) {
        return Vector.of(Arrays.copyOfRange(numbers, 1, numbers.length));
    }
}
