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

/// Linear regression by least squares: the weighted sum of the features, with an intercept, whose squared
/// errors add up to the least.
///
/// The intercept is the weight of a column of ones before the features. What is solved is `A·w ≈ y` with
/// that column in A, by [Qr], which does not square the condition of A as the normal equations `AᵀA·w =
/// Aᵀy` would.
///
/// A column that is a weighted sum of those before it (or of none: a constant is a multiple of the
/// intercept's) adds nothing. It gets the coefficient 0, and the model names it, see
/// [Model#dependentColumns].
///
/// Cost: O(n·d²) time, O(n·d) memory; once more for each dependent column.
///
/// Source: A. M. Legendre, *Nouvelles méthodes pour la détermination des orbites des comètes* (1805); C.
/// F. Gauss, *Theoria motus* (1809); standard errors as in T. Hastie, R. Tibshirani and J. Friedman, *The
/// Elements of Statistical Learning*, 2nd edition (2009), section 3.2.
public record LinearRegression() implements Regressor<LinearRegression.Model> {

    /// A column counts as dependent if less than this share of its length is new.
    private static final double RELATIVE_TOLERANCE = 1e-10;

    /// The line, plane or hyperplane that was found.
    ///
    /// @param coefficients the weight of each feature, shape `(d)`
    /// @param intercept the prediction where every feature is 0
    /// @param standardErrors how far each coefficient is off, typically, if the errors are independent
    ///     and equally large everywhere: shape `(d)`. NaN for a dependent column, and for all if there
    ///     are no more rows than coefficients, which leaves nothing to judge errors by
    /// @param interceptStandardError the same for the intercept
    /// @param residuals what each target is above its prediction, shape `(n)`
    /// @param dependentColumns the columns that depend on those before them, ascending
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

        /// What whoever reads the coefficients must know: a sentence, where a column depends on others.
        public Optional<String> warning() {
            return dependentColumns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "columns " + dependentColumns + " are weighted sums of the columns before them and of a"
                                    + " constant, and got the coefficient 0; predictions are right, but how the weight is"
                                    + " shared among those columns means nothing");
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

    /// The columns that are left, where 0 is the intercept's column of ones and j the feature j - 1.
    private static Matrix design(Matrix x, List<Integer> columns) {
        int[] indices = columns.stream().mapToInt(Integer::intValue).toArray();
        return Matrix.from(x.rows(), indices.length, (i, c) -> indices[c] == 0 ? 1 : x.get(i, indices[c] - 1));
    }

    /// The first column of which the factors say that it depends on those before it; -1 if none does.
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
        // The triangle of A is the Cholesky factor of AᵀA, whose inverse tells the errors.
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
