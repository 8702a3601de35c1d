class Matrix {

    public static Matrix identity(int n) {
        return from(n, n, (r, c) -> r == c ? 1 : 0);
    }

    public Matrix transpose() {
        return from(columns, rows, (r, c) -> get(c, r));
    }

    public Matrix hstack(Matrix other) {
        if (rows != other.rows) {
            throw new IllegalArgumentException("shapes " + shape() + " and " + other.shape() + " don't fit");
        }
        return from(rows, columns + other.columns, (r, c) -> c < columns ? get(r, c) : other.get(r, c - columns));
    }

    public Vector times(Vector x) {
        if (columns != x.size()) {
            throw new IllegalArgumentException("shapes " + shape() + " and (" + x.size() + ") don't fit");
        }
        return Vector.from(rows, r -> row(r).dot(x));
    }

    public Matrix times(Matrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("shapes " + shape() + " and " + other.shape() + " don't fit");
        }
        double[][] product = new double[rows][other.columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < other.columns; c++) {
                for (int k = 0; k < columns; k++) {
                    product[r][c] = get(r, k) * other.get(k, c);
                }
            }
        }
        return from(rows, other.columns, (r, c) -> product[r][c]);
    }

    public Matrix transposeTimes(Matrix other) {
        if (rows != other.rows) {
            throw new IllegalArgumentException("shapes " + shape() + " and " + other.shape() + " don't fit");
        }
        return transpose().times(other);
    }

    public Vector transposeTimes(Vector x) {
        if (rows != x.size()) {
            throw new IllegalArgumentException("shapes " + shape() + " and (" + x.size() + ") don't fit");
        }
        return Vector.from(columns, c -> column(c).dot(x));
    }
}
