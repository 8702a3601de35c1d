package gradus.ml.linalg;

import java.util.Optional;

/// A symmetric positive definite matrix A of shape `(n, n)` as a triangle times its own transpose:
/// `A = lower·lowerᵀ`. It is the square root that covariance matrices have, and half the work of [Lu].
///
/// It needs no pivoting: the numbers of `lower` cannot grow beyond the root of the largest number on the
/// diagonal of A.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 4.2.
///
/// @param lower zeros above the diagonal and numbers above 0 on it, shape `(n, n)`
public record Cholesky(Matrix lower) {

    /// The factor of `a`. O(n³): about n³/3 operations.
    ///
    /// @throws NotPositiveDefiniteException if `a` is not positive definite as far as `double` can tell
    /// @throws IllegalArgumentException if `a` is not symmetric, or a number in it is not finite
    public static Cholesky of(Matrix a) {
        double[][] rows = MatrixChecks.symmetricRows(a, "a Cholesky factor");
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = (rows[i][j] - Blas1.dot(rows[i], rows[j], 0, j)) / rows[j][j];
            }
            double pivot = rows[i][i] - Blas1.dot(rows[i], rows[i], 0, i);
            if (!(pivot > n * Blas1.EPSILON * rows[i][i])) {
                throw new NotPositiveDefiniteException(i, pivot);
            }
            rows[i][i] = Math.sqrt(pivot);
        }
        return new Cholesky(Matrix.from(n, n, (r, c) -> r >= c ? rows[r][c] : 0));
    }

    /// The factor of `a`, or nothing where `a` is not positive definite: for those who have another way
    /// then.
    ///
    /// @throws IllegalArgumentException if `a` is not symmetric, or a number in it is not finite
    public static Optional<Cholesky> ifPositiveDefinite(Matrix a) {
        try {
            return Optional.of(of(a));
        } catch (NotPositiveDefiniteException _) {
            return Optional.empty();
        }
    }

    /// The x for which `A·x = b`, shape `(n)`. O(n²).
    ///
    /// @throws IllegalArgumentException if `b` has not n finite numbers
    public Vector solve(Vector b) {
        return Triangular.solveUpper(lower.transpose(), Triangular.solveLower(lower, b));
    }

    /// The X for which `A·X = B`, shape `(n, k)`. O(n²·k).
    ///
    /// @throws IllegalArgumentException if `b` has not n rows of finite numbers
    public Matrix solve(Matrix b) {
        return Triangular.solveUpper(lower.transpose(), Triangular.solveLower(lower, b));
    }

    /// The y for which `lower·y = b`. Its squared length is `b·A⁻¹b`; where A is a covariance, y is b in
    /// standard units, and its length the Mahalanobis distance from 0. O(n²).
    public Vector whiten(Vector b) {
        return Triangular.solveLower(lower, b);
    }

    /// The natural logarithm of the determinant of A, which itself soon leaves the range of `double`. 0 for
    /// the empty matrix.
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.rows(); i++) {
            sum += Math.log(lower.get(i, i));
        }
        return 2 * sum;
    }

    /// The inverse of A, for looking at (of a covariance: the precision matrix). To solve a system,
    /// [#solve] is quicker and more accurate. O(n³).
    public Matrix inverse() {
        return solve(Matrix.identity(lower.rows()));
    }
}
