package gradus.ml.linalg;

/// What must be so before a computation starts: sizes that fit, and numbers that are numbers.
final class MatrixChecks {

    private MatrixChecks() {}

    /// The number of numbers in a matrix.
    static int entryCount(int rows, int columns) {
        if (rows < 0 || columns < 0 || (long) rows * columns > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a matrix has 0 or more rows and columns and at most 2^31 numbers, got ("
                    + rows + ", " + columns + ")");
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
            throw new IllegalArgumentException("matrices are " + verb + " number by number and need one shape, got "
                    + a.shape() + " and " + b.shape());
        }
    }

    static void requireInnerSize(Matrix a, int own, int theirs, String theirShape) {
        if (own != theirs) {
            throw new IllegalArgumentException(
                    "a product needs an inner size that both have, got shapes " + a.shape() + " and " + theirShape);
        }
    }

    static void requireSquare(Matrix a, String property) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("only a square matrix has " + property + ", got shape " + a.shape());
        }
    }

    /// Refuses a right-hand side that has not one number for each of the `rows` equations.
    static void requireRightHandSide(int rows, int got) {
        if (rows != got) {
            throw new IllegalArgumentException("there are " + rows + " equations, but " + got
                    + " numbers on their right-hand side; give each equation one");
        }
    }

    /// The rows of `a` as a copy to work on, once every number in it is seen to be finite.
    static double[][] finiteRows(Matrix a) {
        double[][] rows = a.toArray();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                if (!Double.isFinite(rows[r][c])) {
                    throw new IllegalArgumentException("a matrix needs finite numbers here, got " + rows[r][c]
                            + " at row " + r + " and column " + c + "; fill in or leave out what is missing");
                }
            }
        }
        return rows;
    }

    /// The columns of `a` as a copy to work on, once every number in it is seen to be finite.
    static double[][] finiteColumns(Matrix a) {
        finiteRows(a);
        return a.transpose().toArray();
    }

    /// The numbers of `b` as a copy to work on, once every one is seen to be finite.
    static double[] finiteComponents(Vector b) {
        double[] values = b.toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("a vector needs finite numbers here, got " + values[i] + " at index "
                        + i + "; fill in or leave out what is missing");
            }
        }
        return values;
    }

    /// The rows of a symmetric matrix, made exactly so.
    ///
    /// What differs across the diagonal by more than rounding is refused: 1e-10 of the largest number.
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
