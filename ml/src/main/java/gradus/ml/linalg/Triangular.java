package gradus.ml.linalg;

/// Solves systems of equations with a triangular matrix, one unknown after the other, by forward or back
/// substitution.
///
/// Every decomposition that solves a system uses this class. Only the named triangle of the matrix is used;
/// the other half may hold any finite numbers. Cost: O(n²) for a right-hand side b of shape `(n)`, O(n²·k)
/// for B of shape `(n, k)`.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 3.1.
public final class Triangular {

    private Triangular() {}

    /// Forward substitution: solves `lower·x = b` for x, the first unknown first.
    ///
    /// @throws SingularMatrixException if a diagonal entry is 0
    /// @throws IllegalArgumentException if `lower` is not square, `b` does not have one component per row, or
    ///     a number is not finite
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public static Vector solveLower(Matrix lower, Vector b) {
        return solveLower(lower, asColumn(b)).column(0);
    }

    /// Forward substitution for several right-hand sides, the columns of B: solves `lower·X = B` for X.
    ///
    /// @throws SingularMatrixException if a diagonal entry is 0
    /// @throws IllegalArgumentException if `lower` is not square, `b` does not have the same number of rows,
    ///     or a number is not finite
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public static Matrix solveLower(Matrix lower, Matrix b) {
        TriangularSystem system = TriangularSystem.lower(lower, b);
        double[][] rows = system.rows();
        double[][] x = system.x();
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                Blas1.addScaled(-rows[i][j], x[j], x[i], 0, b.columns());
            }
            divide(x[i], rows[i][i]);
        }
        return system.solution();
    }

    /// Back substitution: solves `upper·x = b` for x, the last unknown first.
    ///
    /// @throws SingularMatrixException if a diagonal entry is 0
    /// @throws IllegalArgumentException if `upper` is not square, `b` does not have one component per row, or
    ///     a number is not finite
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public static Vector solveUpper(Matrix upper, Vector b) {
        return solveUpper(upper, asColumn(b)).column(0);
    }

    /// Back substitution for several right-hand sides, the columns of B: solves `upper·X = B` for X.
    ///
    /// @throws SingularMatrixException if a diagonal entry is 0
    /// @throws IllegalArgumentException if `upper` is not square, `b` does not have the same number of rows,
    ///     or a number is not finite
    /// @throws ArithmeticException if the solution does not fit into a `double`
    public static Matrix solveUpper(Matrix upper, Matrix b) {
        TriangularSystem system = TriangularSystem.upper(upper, b);
        double[][] rows = system.rows();
        double[][] x = system.x();
        for (int i = rows.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < rows.length; j++) {
                Blas1.addScaled(-rows[i][j], x[j], x[i], 0, b.columns());
            }
            divide(x[i], rows[i][i]);
        }
        return system.solution();
    }

    /// [#solveUpper(Matrix, Matrix)] for columns of B that have been divided by powers of 2, whose exponents
    /// are given. The powers come back together with those of the unknowns, so that only the solution itself
    /// has to fit into a `double`.
    static Matrix backSubstitute(Matrix upper, Matrix b, int[] exponents) {
        double[][] rows = upper.toArray();
        int[] unknowns = PowerOfTwoScaling.normaliseColumns(rows, upper.columns());
        Matrix x = solveUpper(Matrix.of(rows), b);
        return Matrix.from(
                x.rows(),
                x.columns(),
                (r, c) -> PowerOfTwoScaling.undo(x.get(r, c), exponents[c] - unknowns[r], "the solution"));
    }

    static Matrix asColumn(Vector b) {
        return Matrix.of(b.size(), 1, b.toArray());
    }

    /// Checks that substitution can solve a system with this matrix.
    ///
    /// @throws SingularMatrixException if a diagonal entry is 0
    /// @throws IllegalArgumentException if `triangle` is not square, or `b` does not have the same number of rows
    static void requireSolvable(Matrix triangle, Matrix b) {
        MatrixChecks.requireSquare(triangle, "one unknown per equation");
        MatrixChecks.requireRightHandSide(triangle.rows(), b.rows());
        for (int i = 0; i < triangle.rows(); i++) {
            if (triangle.get(i, i) == 0) {
                throw new SingularMatrixException(
                        i,
                        "the triangular matrix is singular: its diagonal entry in row " + i + " is 0, so unknown " + i
                                + " is not determined");
            }
        }
    }

    private static void divide(double[] row, double pivot) {
        for (int k = 0; k < row.length; k++) {
            row[k] /= pivot;
        }
    }
}
