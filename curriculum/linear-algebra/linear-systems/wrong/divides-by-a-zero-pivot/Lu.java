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
            int best = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(u[i][k]) > Math.abs(u[best][k])) {
                    best = i;
                }
            }
            double[] rowOfU = u[k];
            u[k] = u[best];
            u[best] = rowOfU;
            for (int j = 0; j < k; j++) {
                double multiplier = l[k][j];
                l[k][j] = l[best][j];
                l[best][j] = multiplier;
            }
            int source = order[k];
            order[k] = order[best];
            order[best] = source;
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
