package gradus.ml.linalg;

/// A square matrix A of shape `(n, n)` with its rows in another order, as the product of two triangles:
/// `permutation.apply(A) = lower·upper`. This is Gaussian elimination, kept.
///
/// The order of the rows is that of partial pivoting: in each column the largest number left is divided by,
/// so that no number of `lower` is larger than 1 in size. Without it, a small pivot would drown the digits
/// of every row below.
///
/// Every square matrix has such factors, a singular one too; only [#solve] and [#inverse] refuse it.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 3.4.
///
/// @param lower ones on the diagonal and zeros above it, shape `(n, n)`
/// @param upper zeros below the diagonal, shape `(n, n)`; its diagonal holds the pivots
/// @param permutation row i of the product is row `permutation.source(i)` of A
public record Lu(Matrix lower, Matrix upper, Permutation permutation) {

    /// The factors of `a`. O(n³): about 2n³/3 operations.
    ///
    /// @throws IllegalArgumentException if `a` is not square, or a number in it is not finite
    public static Lu of(Matrix a) {
        MatrixChecks.requireSquare(a, "factors L and U");
        double[][] rows = MatrixChecks.finiteRows(a);
        int n = rows.length;
        int[] rowOrder = new int[n];
        for (int i = 0; i < n; i++) {
            rowOrder[i] = i;
        }
        // The multipliers take the places of the zeros that they make.
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
        Matrix upper = Matrix.from(n, n, (r, c) -> r <= c ? rows[r][c] : 0);
        return new Lu(lower, upper, Permutation.of(rowOrder));
    }

    /// The x for which `A·x = b`, shape `(n)`. O(n²). The computed x solves a system exactly whose matrix
    /// differs from A by rounding; how far x is from the true one then depends on the condition number.
    ///
    /// @throws SingularMatrixException if A is singular as far as `double` can tell
    /// @throws IllegalArgumentException if `b` has not n finite numbers
    public Vector solve(Vector b) {
        MatrixChecks.requireRightHandSide(upper.rows(), b.size());
        requireNonsingular();
        return Triangular.solveUpper(upper, Triangular.solveLower(lower, permutation.apply(b)));
    }

    /// The X for which `A·X = B`, shape `(n, k)`. O(n²·k).
    ///
    /// @throws SingularMatrixException if A is singular as far as `double` can tell
    /// @throws IllegalArgumentException if `b` has not n rows of finite numbers
    public Matrix solve(Matrix b) {
        MatrixChecks.requireRightHandSide(upper.rows(), b.rows());
        requireNonsingular();
        return Triangular.solveUpper(upper, Triangular.solveLower(lower, permutation.apply(b)));
    }

    /// The determinant of A: the product of the pivots, with the sign of the permutation. It says by what
    /// factor A changes volumes; it does not say whether A is well conditioned. 1 for the empty matrix.
    /// Products beyond the range of `double` become infinite or 0.
    public double determinant() {
        double product = permutation.sign();
        for (int i = 0; i < upper.rows(); i++) {
            product *= upper.get(i, i);
        }
        return product;
    }

    /// The inverse of A, for looking at. To solve a system, [#solve] is quicker and more accurate. O(n³).
    ///
    /// @throws SingularMatrixException if A is singular as far as `double` can tell
    public Matrix inverse() {
        return solve(Matrix.identity(upper.rows()));
    }

    /// Whether A is singular as far as `double` can tell: whether a pivot is no more than what rounding
    /// leaves of 0.
    public boolean isSingular() {
        return singularColumn() >= 0;
    }

    private void requireNonsingular() {
        int column = singularColumn();
        if (column >= 0) {
            throw new SingularMatrixException(
                    column,
                    "the matrix is singular: the pivot of column " + column + " is " + upper.get(column, column)
                            + ", which rounding alone can leave of 0, so this column depends on those before it; leave"
                            + " one out, or use Svd.pseudoInverse for the shortest of the best solutions");
        }
    }

    /// The first column whose pivot is no larger than the rounding errors of the sum that it comes from; -1
    /// if there is none. Measured against that sum and not against the largest number of A, a change of
    /// units of an equation or an unknown makes no difference.
    private int singularColumn() {
        double[][] l = lower.toArray();
        double[][] u = upper.toArray();
        int n = u.length;
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
