class Matrix {

    public static Matrix identity(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, got " + n);
        }
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = 1;
        }
        return new Matrix(n, n, entries);
    }

    public Matrix transpose() {
        double[] swapped = new double[values.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                swapped[c * rows + r] = values[r * columns + c];
            }
        }
        return new Matrix(columns, rows, swapped);
    }

    public Matrix hstack(Matrix other) {
        fit(rows == other.rows, other.shape());
        int wide = columns + other.columns;
        double[] entries = new double[rows * wide];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * columns, entries, r * wide, columns);
            System.arraycopy(other.values, r * other.columns, entries, r * wide + columns, other.columns);
        }
        return new Matrix(rows, wide, entries);
    }

    public Vector times(Vector x) {
        fit(columns == x.size(), "(" + x.size() + ")");
        double[] y = new double[rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                y[r] += values[r * columns + c] * x.get(c);
            }
        }
        return Vector.of(y);
    }

    public Matrix times(Matrix other) {
        fit(columns == other.rows, other.shape());
        double[] product = new double[rows * other.columns];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                double factor = values[r * columns + k];
                for (int c = 0; c < other.columns; c++) {
                    product[r * other.columns + c] += factor * other.values[k * other.columns + c];
                }
            }
        }
        return new Matrix(rows, other.columns, product);
    }

    public Matrix transposeTimes(Matrix other) {
        fit(rows == other.rows, other.shape());
        double[] product = new double[columns * other.columns];
        for (int k = 0; k < rows; k++) {
            for (int r = 0; r < columns; r++) {
                for (int c = 0; c < other.columns; c++) {
                    product[r * other.columns + c] += get(k, r) * other.get(k, c);
                }
            }
        }
        return new Matrix(columns, other.columns, product);
    }

    public Vector transposeTimes(Vector x) {
        fit(rows == x.size(), "(" + x.size() + ")");
        double[] y = new double[columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                y[c] += values[r * columns + c] * x.get(r);
            }
        }
        return Vector.of(y);
    }

    private void fit(boolean fits, String theirs) {
        if (!fits) {
            throw new IllegalArgumentException("shapes " + shape() + " and " + theirs + " don't fit");
        }
    }
}
