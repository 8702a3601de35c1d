package gradus.ml.linalg;

import java.util.Arrays;

/// Reduced QR decomposition of a matrix A of shape `(m, n)`: `A = q·r`, with orthonormal columns in `q`, an
/// upper triangular `r`, and k = min(m, n).
///
/// The first j columns of `q` span the first j columns of A, if those are linearly independent. The
/// least-squares solution of an overdetermined system is then a projection onto the columns of `q`:
/// [#leastSquares].
///
/// The diagonal of `r` is non-negative; if A has full column rank, that makes the decomposition unique.
/// (NumPy and SciPy do not fix the signs.)
///
/// **Method.** Householder reflections. Unlike Gram–Schmidt, they keep `q` orthogonal up to rounding even if
/// the columns of A are nearly linearly dependent.
///
/// Sources: A. Householder, "Unitary Triangularization of a Nonsymmetric Matrix", Journal of the ACM 5
/// (1958); G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), sections 5.2 and 5.3.
///
/// @param q orthonormal columns, shape `(m, k)`
/// @param r upper triangular, shape `(k, n)`
public record Qr(Matrix q, Matrix r) {

    /// The factors of `a`. O(m·n·k).
    ///
    /// @throws IllegalArgumentException if an entry of `a` is not finite
    /// @throws ArithmeticException if an entry of `r` does not fit into a `double`
    public static Qr of(Matrix a) {
        // Stored by columns, so that each is contiguous: row c of this array is column c of A.
        double[][] columns = MatrixChecks.finiteColumns(a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        // The scale of a column does not change q.
        int[] exponents = new int[n];
        Arrays.setAll(exponents, c -> PowerOfTwoScaling.normalise(columns[c]));
        double[][] reflectors = new double[k][];
        for (int j = 0; j < k; j++) {
            reflectors[j] = Householder.vector(columns[j], j);
            for (int c = j; c < n; c++) {
                Householder.reflect(reflectors[j], columns[c], j);
            }
        }
        double[][] q = new double[k][m];
        for (int c = 0; c < k; c++) {
            q[c][c] = 1;
            for (int j = c; j >= 0; j--) {
                Householder.reflect(reflectors[j], q[c], j);
            }
        }
        return new Qr(
                Matrix.from(m, k, (row, c) -> columns[c][c] < 0 ? -q[c][row] : q[c][row]),
                Matrix.from(k, n, (row, c) -> {
                    double entry = columns[row][row] < 0 ? -columns[c][row] : columns[c][row];
                    return row > c ? 0 : PowerOfTwoScaling.undo(entry, exponents[c], "an entry of R");
                }));
    }

    /// The least-squares solution: the x of shape `(n)` that minimises ‖A·x − b‖. `A·x` is the projection of
    /// b onto the column space of A, and the residual is orthogonal to every column. O(m·n).
    ///
    /// @throws SingularMatrixException if A is numerically rank deficient: a column is linearly dependent on
    ///     the columns before it, and the minimiser is not unique
    /// @throws IllegalArgumentException if A has fewer rows than columns, or `b` does not have m finite
    ///     components
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Vector leastSquares(Vector b) {
        MatrixChecks.requireRightHandSide(q.rows(), b.size());
        double[] scaled = MatrixChecks.finiteComponents(b);
        requireFullRank();
        int exponent = PowerOfTwoScaling.normalise(scaled);
        Vector projected = q.transposeTimes(Vector.of(scaled));
        return Triangular.backSubstitute(r, Triangular.asColumn(projected), new int[] {exponent})
                .column(0);
    }

    /// Least squares for several right-hand sides: the X of shape `(n, p)` whose column j is the
    /// least-squares solution for column j of `b`, shape `(m, p)`. O(m·n·p).
    ///
    /// @throws SingularMatrixException if A is numerically rank deficient
    /// @throws IllegalArgumentException if A has fewer rows than columns, or `b` does not have m rows of
    ///     finite entries
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public Matrix leastSquares(Matrix b) {
        MatrixChecks.requireRightHandSide(q.rows(), b.rows());
        double[][] scaled = MatrixChecks.finiteRows(b);
        requireFullRank();
        int[] exponents = PowerOfTwoScaling.normaliseColumns(scaled, b.columns());
        Matrix projected = q.transposeTimes(MatrixChecks.ofShape(b.rows(), b.columns(), scaled));
        return Triangular.backSubstitute(r, projected, exponents);
    }

    /// Throws unless A has at least as many rows as columns, and no column that is linearly dependent on the
    /// columns before it: of each, more than 1e-13 of its norm is left without them. With more than 450 rows,
    /// rounding may leave more, up to the number of rows times 2⁻⁵².
    void requireFullRank() {
        if (r.rows() < r.columns()) {
            throw new IllegalArgumentException("least squares needs at least as many equations as unknowns, got "
                    + q.rows() + " equations for " + r.columns()
                    + " unknowns; use Svd.pseudoInverse for the minimum-norm solution");
        }
        double rounding = Math.max(1e-13, q.rows() * Blas1.EPSILON);
        for (int c = 0; c < r.columns(); c++) {
            double[] column = r.column(c).toArray();
            PowerOfTwoScaling.normalise(column);
            double share = column[c] / Blas1.norm(column, 0);
            if (!(share > rounding)) {
                throw new SingularMatrixException(
                        c,
                        "column " + c + " is linearly dependent on the columns before it: its part orthogonal to them"
                                + " must be more than rounding error, but is only " + (share > 0 ? share : 0)
                                + " times its norm; leave the column out, or use Svd.pseudoInverse for the"
                                + " minimum-norm solution");
            }
        }
    }
}
