class Triangular {

    /// A lower triangular system is an upper one with its equations and its unknowns in reverse.
    public static Matrix solveLower(Matrix lower, Matrix b) {
        int last = lower.rows() - 1;
        if (lower.columns() != lower.rows() || b.rows() != lower.rows()) {
            throw new IllegalArgumentException("shapes " + lower.shape() + " and " + b.shape() + " don't fit");
        }
        Matrix turned = Matrix.from(last + 1, last + 1, (r, c) -> lower.get(last - r, last - c));
        Matrix reversed = Matrix.from(last + 1, b.columns(), (r, c) -> b.get(last - r, c));
        Matrix x = solveUpper(turned, reversed);
        return Matrix.from(last + 1, b.columns(), (r, c) -> x.get(last - r, c));
    }

    public static Matrix solveUpper(Matrix upper, Matrix b) {
        int n = upper.rows();
        if (upper.columns() != n || b.rows() != n) {
            throw new IllegalArgumentException("shapes " + upper.shape() + " and " + b.shape() + " don't fit");
        }
        Vector[] x = new Vector[n];
        for (int i = n - 1; i >= 0; i--) {
            double pivot = upper.get(i, i);
            if (pivot == 0) {
                throw new SingularMatrixException(i, "a 0 on the diagonal");
            }
            Vector left = b.row(i);
            for (int j = n - 1; j > i; j--) {
                left = left.minus(x[j].times(upper.get(i, j)));
            }
            double[] quotients = left.toArray();
            for (int c = 0; c < quotients.length; c++) {
                quotients[c] /= pivot;
            }
            x[i] = Vector.of(quotients);
        }
        return Matrix.from(n, b.columns(), (r, c) -> x[r].get(c));
    }
}
