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
        return from(
                rows,
                columns + other.columns,
                (r, c) -> c < other.columns ? other.get(r, c) : get(r, c - other.columns));
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
        Vector[] theirs = new Vector[other.columns];
        for (int c = 0; c < theirs.length; c++) {
            theirs[c] = other.column(c);
        }
        return from(rows, other.columns, (r, c) -> row(r).dot(theirs[c]));
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
