record Lu(Matrix lower, Matrix upper, Permutation permutation) {

    public static Lu of(Matrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("the matrix isn't square: " + a.shape());
        }
        int n = a.rows();
        double[][] u = a.toArray();
        double[][] l = Matrix.identity(n).toArray();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int k = 0; k < n; k++) {
            if (u[k][k] == 0) {
                continue;
            }
            for (int i = k + 1; i < n; i++) {
                l[i][k] = u[i][k] / u[k][k];
                for (int j = k; j < n; j++) {
                    u[i][j] -= l[i][k] * u[k][j];
                }
                u[i][k] = 0;
            }
        }
        return new Lu(Matrix.of(l), Matrix.of(u), Permutation.of(order));
    }

    public Matrix solve(Matrix b) {
        if (b.rows() != upper.rows()) {
            throw new IllegalArgumentException("expected " + upper.rows() + " rows, got " + b.rows());
        }
        if (isSingular()) {
            throw new SingularMatrixException(singularColumn(), "there's no unique solution");
        }
        return Triangular.solveUpper(upper, Triangular.solveLower(lower, permutation.apply(b)));
    }
}
