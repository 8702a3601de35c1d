package gradus.ml.linalg;

/// Systems of equations whose matrix is a triangle: they are solved one unknown after the other.
///
/// Every decomposition that solves ends here. Only the triangle of the matrix that the name says is read,
/// so that the other may hold anything. Solving for b of shape `(n)` costs O(n²), for B of shape `(n, k)`
/// O(n²·k).
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), section 3.1.
public final class Triangular {

    private Triangular() {}

    /// The x for which `lower·x = b`: forward substitution, the first unknown first.
    ///
    /// @throws SingularMatrixException if a number on the diagonal is 0
    /// @throws IllegalArgumentException if `lower` is not square, or `b` has not one number for each row
    public static Vector solveLower(Matrix lower, Vector b) {
        return solveLower(lower, asColumn(b)).column(0);
    }

    /// The X for which `lower·X = B`, column by column as for a vector.
    public static Matrix solveLower(Matrix lower, Matrix b) {
        double[][] rows = triangle(lower, b);
        double[][] x = MatrixChecks.finiteRows(b);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                Blas1.addScaled(-rows[i][j], x[j], x[i], 0, b.columns());
            }
            divide(x[i], rows[i][i]);
        }
        return matrix(x, b);
    }

    /// The x for which `upper·x = b`: back substitution, the last unknown first.
    ///
    /// @throws SingularMatrixException if a number on the diagonal is 0
    /// @throws IllegalArgumentException if `upper` is not square, or `b` has not one number for each row
    public static Vector solveUpper(Matrix upper, Vector b) {
        return solveUpper(upper, asColumn(b)).column(0);
    }

    /// The X for which `upper·X = B`, column by column as for a vector.
    public static Matrix solveUpper(Matrix upper, Matrix b) {
        double[][] rows = triangle(upper, b);
        double[][] x = MatrixChecks.finiteRows(b);
        for (int i = rows.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < rows.length; j++) {
                Blas1.addScaled(-rows[i][j], x[j], x[i], 0, b.columns());
            }
            divide(x[i], rows[i][i]);
        }
        return matrix(x, b);
    }

    private static double[][] triangle(Matrix triangle, Matrix b) {
        MatrixChecks.requireSquare(triangle, "two triangles");
        MatrixChecks.requireRightHandSide(triangle.rows(), b.rows());
        double[][] rows = MatrixChecks.finiteRows(triangle);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i][i] == 0) {
                throw new SingularMatrixException(
                        i,
                        "the triangle has 0 on its diagonal at row " + i
                                + ", so that unknown is not determined; leave it out or give more equations");
            }
        }
        return rows;
    }

    private static void divide(double[] row, double pivot) {
        for (int k = 0; k < row.length; k++) {
            row[k] /= pivot;
        }
    }

    private static Matrix asColumn(Vector b) {
        return Matrix.of(b.size(), 1, b.toArray());
    }

    /// No rows have no columns of their own, so the shape is that of the right-hand side.
    private static Matrix matrix(double[][] x, Matrix like) {
        return Matrix.from(like.rows(), like.columns(), (r, c) -> x[r][c]);
    }
}
