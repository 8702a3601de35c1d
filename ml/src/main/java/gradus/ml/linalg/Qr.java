package gradus.ml.linalg;

/// A matrix A of shape `(m, n)` as columns at right angles times a triangle: `A = q·r`, with k = min(m, n).
///
/// The columns of `q` span what the columns of A span, one after the other. On them the best approximate
/// solution of too many equations is a projection, [#leastSquares].
///
/// The diagonal of `r` has no negative number; where A has full rank, that leaves one such pair only.
///
/// Source: A. Householder, "Unitary Triangularization of a Nonsymmetric Matrix", Journal of the ACM 5
/// (1958); G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), sections 5.2 and 5.3.
/// Unlike Gram-Schmidt, reflections keep `q` orthogonal to rounding even where columns nearly depend on
/// each other.
///
/// @param q columns of length 1 at right angles, shape `(m, k)`
/// @param r zeros below the diagonal, shape `(k, n)`
public record Qr(Matrix q, Matrix r) {

    /// The factors of `a`. O(m·n·k).
    ///
    /// @throws IllegalArgumentException if a number in `a` is not finite
    public static Qr of(Matrix a) {
        // Columns lie side by side here: row c of this array is column c of A.
        double[][] columns = MatrixChecks.finiteColumns(a);
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
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
                Matrix.from(
                        k, n, (row, c) -> row > c ? 0 : columns[row][row] < 0 ? -columns[c][row] : columns[c][row]));
    }

    /// The x of shape `(n)` for which the length of `A·x − b` is least. `A·x` is the projection of b on the
    /// columns of A, and what is left is at right angles to each. O(m·n).
    ///
    /// @throws SingularMatrixException if a column of A depends on those before it as far as `double` can
    ///     tell: then many x are as good as each other
    /// @throws IllegalArgumentException if A has fewer rows than columns, or `b` has not m finite numbers
    public Vector leastSquares(Vector b) {
        MatrixChecks.requireRightHandSide(q.rows(), b.size());
        MatrixChecks.finiteComponents(b);
        requireFullRank();
        return Triangular.solveUpper(r, q.transposeTimes(b));
    }

    /// The X of shape `(n, p)` whose column j is the least-squares solution for column j of `b`, shape
    /// `(m, p)`. O(m·n·p).
    ///
    /// @throws SingularMatrixException if a column of A depends on those before it as far as `double` can
    ///     tell
    /// @throws IllegalArgumentException if A has fewer rows than columns, or `b` has not m rows of finite
    ///     numbers
    public Matrix leastSquares(Matrix b) {
        MatrixChecks.requireRightHandSide(q.rows(), b.rows());
        MatrixChecks.finiteRows(b);
        requireFullRank();
        return Triangular.solveUpper(r, q.transposeTimes(b));
    }

    private void requireFullRank() {
        if (r.rows() < r.columns()) {
            throw new IllegalArgumentException("least squares needs as many equations as unknowns or more, got "
                    + q.rows() + " equations for " + r.columns()
                    + " unknowns; use Svd.pseudoInverse for the shortest of the best solutions");
        }
        for (int c = 0; c < r.columns(); c++) {
            double remainder = r.get(c, c);
            double length = r.column(c).norm();
            if (remainder <= Math.max(q.rows(), r.columns()) * Blas1.EPSILON * length) {
                throw new SingularMatrixException(
                        c,
                        "column " + c + " depends on the columns before it: of its length " + length + " only "
                                + remainder
                                + " is new, which rounding alone can leave of 0; leave the column out, or use"
                                + " Svd.pseudoInverse for the shortest of the best solutions");
            }
        }
    }
}
