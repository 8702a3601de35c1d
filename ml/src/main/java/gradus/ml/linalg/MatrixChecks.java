package gradus.ml.linalg;

/// Preconditions: shapes that match, and entries that are finite.
final class MatrixChecks {

    private MatrixChecks() {}

    /// The number of entries of a matrix, rows·columns.
    static int entryCount(int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a matrix must have at least 0 rows and columns and at most 2^31 entries, got (" + rows + ", "
                            + columns + ")");
        }
        return rows * columns;
    }

    static void requireRow(Matrix a, int row) {
        if (row < 0 || row >= a.rows()) {
            throw new IndexOutOfBoundsException("no row " + row + " in a matrix of shape " + a.shape());
        }
    }

    static void requireSameShape(Matrix a, Matrix b, String verb) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("matrices are " + verb
                    + " elementwise and must have the same shape, got " + a.shape() + " and " + b.shape());
        }
    }

    static void requireInnerSize(Matrix a, int own, int theirs, String theirShape) {
        if (own != theirs) {
            throw new IllegalArgumentException("the inner sizes of a matrix product must be equal, got " + own + " and "
                    + theirs + " from shapes " + a.shape() + " and " + theirShape);
        }
    }

    static void requireSquare(Matrix a, String property) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("only a square matrix has " + property + ", got shape " + a.shape());
        }
    }

    /// Rejects a right-hand side that does not have one value for each of the `rows` equations.
    static void requireRightHandSide(int rows, int got) {
        if (rows != got) {
            throw new IllegalArgumentException("there are " + rows + " equations, but " + got
                    + " values on the right-hand side; give one value per equation");
        }
    }

    /// A copy of the rows of `a` to work on, after checking that every entry is finite.
    static double[][] finiteRows(Matrix a) {
        double[][] rows = a.toArray();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                if (!Double.isFinite(rows[r][c])) {
                    throw new IllegalArgumentException("the entries of the matrix must be finite, got " + rows[r][c]
                            + " at row " + r + " and column " + c + "; impute or drop missing values first");
                }
            }
        }
        return rows;
    }

    /// The matrix of these rows, with this number of columns even if there are no rows.
    static Matrix ofShape(int rows, int columns, double[][] values) {
        return Matrix.from(rows, columns, (r, c) -> values[r][c]);
    }

    /// A copy of the columns of `a` to work on, after checking that every entry is finite.
    static double[][] finiteColumns(Matrix a) {
        finiteRows(a);
        return a.transpose().toArray();
    }

    /// A copy of the components of `b` to work on, after checking that every one is finite.
    static double[] finiteComponents(Vector b) {
        double[] values = b.toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("the components of the vector must be finite, got " + values[i]
                        + " at index " + i + "; impute or drop missing values first");
            }
        }
        return values;
    }

    /// The rows of a symmetric matrix, with rounding errors averaged out so that it is exactly symmetric.
    ///
    /// Rejects a matrix in which two mirrored entries differ by more than 1e-10 times the largest absolute
    /// value.
    static double[][] symmetricRows(Matrix a, String property) {
        requireSquare(a, property);
        double[][] rows = finiteRows(a);
        double largest = 0;
        for (double[] row : rows) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < r; c++) {
                double below = rows[r][c];
                double above = rows[c][r];
                if (Math.abs(below - above) > 1e-10 * largest) {
                    throw new IllegalArgumentException("only a symmetric matrix has " + property + ", got " + below
                            + " at row " + r + " and column " + c + " but " + above + " across the diagonal");
                }
                rows[r][c] = rows[c][r] = below + (above - below) / 2;
            }
        }
        return rows;
    }
}
