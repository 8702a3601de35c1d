package gradus.ml.linalg;

import gradus.ml.numbers.Numerics;

/// LU decomposition with partial pivoting of a square matrix A of shape `(n, n)`:
/// `permutation.apply(A) = lower·upper`. It is Gaussian elimination, with the multipliers kept in `lower`.
///
/// **Pivoting.** In each column, the remaining entry with the largest absolute value becomes the pivot, so no
/// multiplier in `lower` exceeds 1 in absolute value. Without it, a small pivot would amplify the rounding
/// errors of all rows below.
///
/// **Caveats.** Every square matrix has such factors, even a singular one; only [#solve] and [#inverse] throw
/// for it.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 3.4.
///
/// @param lower unit lower triangular: ones on the diagonal, zeros above it, shape `(n, n)`
/// @param upper upper triangular, with the pivots on its diagonal, shape `(n, n)`
/// @param permutation row i of `lower·upper` is row `permutation.source(i)` of A
public record Lu(Matrix lower, Matrix upper, Permutation permutation) {

    /// The factors of `a`. O(n³): about 2n³/3 operations.
    ///
    /// @throws IllegalArgumentException if `a` is not square, or an entry is not finite
    /// @throws ArithmeticException if an entry of `upper` does not fit into a `double`
    public static Lu of(Matrix a) {
        MatrixChecks.requireSquare(a, "factors L and U");
        double[][] rows = MatrixChecks.finiteRows(a);
        int n = rows.length;
        // The scale of a column changes neither the multipliers nor the choice of pivots.
        int[] exponents = PowerOfTwoScaling.normaliseColumns(rows, n);
        int[] rowOrder = new int[n];
        for (int i = 0; i < n; i++) {
            rowOrder[i] = i;
        }
        // The multipliers are stored where elimination makes zeros.
        for (int k = 0; k < n; k++) {
            int pivot = pivotRow(rows, k);
            swap(rows, rowOrder, k, pivot);
            if (rows[k][k] != 0) {
                for (int i = k + 1; i < n; i++) {
                    double multiplier = rows[i][k] / rows[k][k];
                    rows[i][k] = multiplier;
                    Blas1.addScaled(-multiplier, rows[k], rows[i], k + 1, n);
                }
            }
        }
        Matrix lower = Matrix.from(n, n, (r, c) -> r == c ? 1 : r > c ? rows[r][c] : 0);
        Matrix upper = Matrix.from(
                n, n, (r, c) -> r <= c ? PowerOfTwoScaling.undo(rows[r][c], exponents[c], "an entry of U") : 0);
        return new Lu(lower, upper, Permutation.of(rowOrder));
    }

    /// Solves `A·x = b` for x, shape `(n)`. O(n²). In practice this is backward stable: the computed x is the
    /// exact solution of a system whose matrix differs from A by rounding errors. How far x is from the exact
    /// solution then depends on the condition number of A.
    ///
    /// @throws SingularMatrixException if A is numerically singular
    /// @throws IllegalArgumentException if `b` does not have n finite components
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Vector solve(Vector b) {
        return solve(Triangular.asColumn(b)).column(0);
    }

    /// Solves `A·X = B` for X, shape `(n, k)`: column c of X is the solution for column c of B. O(n²·k).
    ///
    /// @throws SingularMatrixException if A is numerically singular
    /// @throws IllegalArgumentException if `b` does not have n rows of finite entries
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Matrix solve(Matrix b) {
        MatrixChecks.requireRightHandSide(upper.rows(), b.rows());
        int column = singularColumn();
        if (column >= 0) {
            throw SingularMatrixException.ofPivot(column, upper.get(column, column));
        }
        return Triangular.solveUpper(upper, Triangular.solveLower(lower, permutation.apply(b)));
    }

    /// The determinant of A: the product of the pivots times the sign of the permutation. Its absolute value
    /// is the factor by which A changes volumes; it does not indicate whether A is well conditioned. 1 for
    /// the empty matrix. It is infinite or 0 if it is too large or too small for a `double`, as determinants
    /// of large matrices often are: then use [#logDeterminant].
    public double determinant() {
        double significand = permutation.sign();
        long exponent = 0;
        for (int i = 0; i < upper.rows() && significand != 0; i++) {
            double pivot = upper.get(i, i);
            int shift = PowerOfTwoScaling.exponent(pivot);
            significand *= Math.scalb(pivot, -shift);
            int carry = PowerOfTwoScaling.exponent(significand);
            significand = Math.scalb(significand, -carry);
            exponent += shift + carry;
        }
        return Math.scalb(significand, Math.clamp(exponent, -5000, 5000));
    }

    /// The sign and the logarithm of the absolute value of the determinant of A (NumPy's `slogdet`), which
    /// neither overflow nor underflow. A numerically singular A may have a sign, because its pivots are
    /// rounding errors: see [#isSingular]. O(n).
    public LogDeterminant logDeterminant() {
        int sign = permutation.sign();
        double[] logarithms = new double[upper.rows()];
        for (int i = 0; i < logarithms.length; i++) {
            sign *= (int) Math.signum(upper.get(i, i));
            logarithms[i] = StrictMath.log(Math.abs(upper.get(i, i)));
        }
        return new LogDeterminant(sign, Numerics.sum(logarithms));
    }

    /// A determinant as its sign and the natural logarithm of its absolute value: it is
    /// `sign·exp(logAbsolute)`.
    ///
    /// @param sign 1, −1, or 0 if the determinant is 0
    /// @param logAbsolute the logarithm of the absolute value: negative infinity if the determinant is 0, and
    ///     0 for the empty matrix
    public record LogDeterminant(int sign, double logAbsolute) {}

    /// The inverse of A. To solve a system, use [#solve], which is faster and more accurate. O(n³).
    ///
    /// @throws SingularMatrixException if A is numerically singular
    /// @throws ArithmeticException if an entry of the inverse does not fit into a `double`
    public Matrix inverse() {
        return solve(Matrix.identity(upper.rows()));
    }

    /// Whether A is numerically singular: whether some pivot is no larger than its rounding error.
    public boolean isSingular() {
        return singularColumn() >= 0;
    }

    /// The first column whose pivot is no larger than the rounding error of the sum that it is computed from;
    /// -1 if there is none. Because the tolerance is relative to that sum and not to the largest entry of A,
    /// it does not depend on the units of an equation or an unknown.
    private int singularColumn() {
        double[][] l = lower.toArray();
        double[][] u = upper.toArray();
        int n = u.length;
        PowerOfTwoScaling.normaliseColumns(u, n);
        for (int k = 0; k < n; k++) {
            double magnitudes = 0;
            for (int j = 0; j < k; j++) {
                magnitudes += Math.abs(l[k][j] * u[j][k]);
            }
            if (Math.abs(u[k][k]) <= n * Blas1.EPSILON * magnitudes || u[k][k] == 0) {
                return k;
            }
        }
        return -1;
    }

    private static int pivotRow(double[][] rows, int k) {
        int largest = k;
        for (int i = k + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[largest][k])) {
                largest = i;
            }
        }
        return largest;
    }

    private static void swap(double[][] rows, int[] order, int i, int j) {
        double[] row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
        int source = order[i];
        order[i] = order[j];
        order[j] = source;
    }
}
