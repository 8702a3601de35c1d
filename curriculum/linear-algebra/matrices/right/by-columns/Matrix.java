class Matrix {

    public static Matrix identity(int n) {
        return from(n, n, (row, column) -> row - column == 0 ? 1.0 : 0.0);
    }

    public Matrix transpose() {
        return from(columns, rows, (r, c) -> get(c, r));
    }

    public Matrix hstack(Matrix other) {
        if (rows() != other.rows()) {
            throw new IllegalArgumentException("rows differ: shapes " + shape() + " and " + other.shape());
        }
        return from(rows(), columns() + other.columns(), (r, c) -> {
            if (c < columns()) {
                return get(r, c);
            }
            return other.get(r, c - columns());
        });
    }

    public Vector times(Vector x) {
        if (x.size() != columns) {
            throw new IllegalArgumentException("shapes " + shape() + " and (" + x.size() + ") don't fit");
        }
        return Vector.from(rows, r -> row(r).dot(x));
    }

    public Matrix times(Matrix other) {
        if (other.rows != columns) {
            throw new IllegalArgumentException("shapes " + shape() + " and " + other.shape() + " don't fit");
        }
        Matrix product = zeros(rows, 0);
        for (int c = 0; c < other.columns; c++) {
            double[] column = times(other.column(c)).toArray();
            product = product.hstack(new Matrix(rows, 1, column));
        }
        return product;
    }

    public Matrix transposeTimes(Matrix other) {
        return transpose().times(other);
    }

    public Vector transposeTimes(Vector x) {
        if (x.size() != rows) {
            throw new IllegalArgumentException("shapes " + shape() + " and (" + x.size() + ") don't fit");
        }
        return Vector.from(columns, c -> column(c).dot(x));
    }
}
