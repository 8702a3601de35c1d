package gradus.ml.linalg;

/// A system `T·X = B` with a triangular matrix T, made ready for substitution: each column of T and of B is
/// divided by a power of 2, so that no number on the way overflows or underflows, and only the solution itself
/// has to fit into a `double`.
///
/// @param rows the rows of the triangle, with zeros in the other half, shape `(n, n)`
/// @param x the right-hand sides, which substitution replaces by the unknowns, shape `(n, k)`
/// @param columns the number k of right-hand sides
/// @param exponents those of the powers of 2 by which the columns of B were divided, shape `(k)`
/// @param unknowns those of the powers of 2 by which the columns of T were divided, shape `(n)`
record TriangularSystem(double[][] rows, double[][] x, int columns, int[] exponents, int[] unknowns) {

    /// Whether an entry belongs to the triangle.
    @FunctionalInterface
    private interface Half {
        boolean contains(int row, int column);
    }

    static TriangularSystem lower(Matrix lower, Matrix b) {
        return of(lower, b, (r, c) -> r >= c);
    }

    static TriangularSystem upper(Matrix upper, Matrix b) {
        return of(upper, b, (r, c) -> r <= c);
    }

    private static TriangularSystem of(Matrix triangle, Matrix b, Half half) {
        Triangular.requireSolvable(triangle, b);
        double[][] rows = MatrixChecks.finiteRows(triangle);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows.length; c++) {
                rows[r][c] = half.contains(r, c) ? rows[r][c] : 0;
            }
        }
        double[][] x = MatrixChecks.finiteRows(b);
        int[] exponents = PowerOfTwoScaling.normaliseColumns(x, b.columns());
        int[] unknowns = PowerOfTwoScaling.normaliseColumns(rows, rows.length);
        return new TriangularSystem(rows, x, b.columns(), exponents, unknowns);
    }

    /// The solution of shape `(n, k)`, without the powers of 2 by which right-hand sides and the columns of
    /// the triangle were divided.
    Matrix solution() {
        return Matrix.from(
                x.length,
                columns,
                (r, c) -> PowerOfTwoScaling.undo(x[r][c], exponents[c] - unknowns[r], "the solution"));
    }
}
