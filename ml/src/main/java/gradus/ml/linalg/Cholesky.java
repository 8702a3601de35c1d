package gradus.ml.linalg;

import gradus.ml.numbers.Numerics;
import java.util.Arrays;
import java.util.Optional;

/// Cholesky decomposition of a symmetric positive definite matrix A of shape `(n, n)` into a lower triangular
/// matrix and its transpose: `A = lower·lowerᵀ`. Typical such matrices are covariance matrices. It takes half
/// the work of [Lu].
///
/// No pivoting is needed: entry by entry, `lower` cannot exceed the square root of the largest diagonal entry
/// of A.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 4.2.
///
/// @param lower lower triangular, with positive diagonal entries, shape `(n, n)`
public record Cholesky(Matrix lower) {

    /// The Cholesky factor of `a`. O(n³): about n³/3 operations.
    ///
    /// @throws NotPositiveDefiniteException if `a` is not positive definite, or too close to singular to tell
    ///     in `double`
    /// @throws IllegalArgumentException if `a` is not symmetric, or an entry is not finite
    public static Cholesky of(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "a Cholesky factor");
        int n = rows.length;
        int[] exponents = scaleDiagonal(rows);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = (rows[i][j] - Blas1.dot(rows[i], rows[j], 0, j)) / rows[j][j];
            }
            double pivot = rows[i][i] - Blas1.dot(rows[i], rows[i], 0, i);
            if (!(pivot > n * Blas1.EPSILON * rows[i][i])) {
                throw new NotPositiveDefiniteException(i, Math.scalb(pivot, 2 * exponents[i]));
            }
            rows[i][i] = Math.sqrt(pivot);
        }
        return new Cholesky(Matrix.from(n, n, (r, c) -> r >= c ? Math.scalb(rows[r][c], exponents[r]) : 0));
    }

    /// Divides each row, and the column of the same index, by the power of 2 that brings its diagonal entry
    /// between 1 and 4, so that no square underflows or overflows. Returns the exponents.
    private static int[] scaleDiagonal(double[][] rows) {
        int[] exponents = new int[rows.length];
        Arrays.setAll(exponents, i -> Math.floorDiv(PowerOfTwoScaling.exponent(rows[i][i]), 2));
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows.length; c++) {
                rows[r][c] = Math.scalb(rows[r][c], -exponents[r] - exponents[c]);
            }
        }
        return exponents;
    }

    /// The Cholesky factor of `a`, or empty if `a` is not positive definite: for callers with a fallback.
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or an entry is not finite
    public static Optional<Cholesky> ifPositiveDefinite(Matrix a) {
        try {
            return Optional.of(of(a));
        } catch (NotPositiveDefiniteException _) {
            return Optional.empty();
        }
    }

    /// Solves `A·x = b` for x, shape `(n)`. O(n²).
    ///
    /// @throws IllegalArgumentException if `b` does not have n finite components
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Vector solve(Vector b) {
        return Triangular.solveUpper(lower.transpose(), Triangular.solveLower(lower, b));
    }

    /// Solves `A·X = B` for X, shape `(n, k)`. O(n²·k).
    ///
    /// @throws IllegalArgumentException if `b` does not have n rows of finite entries
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Matrix solve(Matrix b) {
        return Triangular.solveUpper(lower.transpose(), Triangular.solveLower(lower, b));
    }

    /// Whitening: the y with `lower·y = b`. Its squared norm is `b·A⁻¹b`. If A is the covariance matrix of b,
    /// the components of y are uncorrelated with variance 1, and the norm of y is the Mahalanobis distance of
    /// b from 0. O(n²).
    public Vector whiten(Vector b) {
        return Triangular.solveLower(lower, b);
    }

    /// The natural logarithm of the determinant of A, which is positive; the determinant itself easily
    /// overflows or underflows. 0 for the empty matrix. O(n).
    public double logDeterminant() {
        double[] logarithms = new double[lower.rows()];
        Arrays.setAll(logarithms, i -> StrictMath.log(lower.get(i, i)));
        return 2 * Numerics.sum(logarithms);
    }

    /// The inverse of A (of a covariance matrix: the precision matrix). To solve a system, use [#solve],
    /// which is faster and more accurate. O(n³).
    ///
    /// @throws ArithmeticException if an entry of the inverse does not fit into a `double`
    public Matrix inverse() {
        return solve(Matrix.identity(lower.rows()));
    }
}
