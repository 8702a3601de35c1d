record Lu(Matrix lower, Matrix upper, Permutation permutation) {

    public static Lu of(Matrix a) {
        int n = a.rows();
        if (a.columns() != n) {
            throw new IllegalArgumentException("expected as many columns as rows, got the shape " + a.shape());
        }
        Vector[] rows = new Vector[n];
        double[][] multipliers = new double[n][n];
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = a.row(i);
            order[i] = i;
        }
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = n - 1; i > k; i--) {
                if (Math.abs(rows[i].get(k)) > Math.abs(rows[best].get(k))) {
                    best = i;
                }
            }
            exchange(rows, multipliers, order, k, best);
            double pivot = rows[k].get(k);
            for (int i = k + 1; i < n && pivot != 0; i++) {
                multipliers[i][k] = rows[i].get(k) / pivot;
                rows[i] = rows[i].minus(rows[k].times(multipliers[i][k]));
            }
        }
        Matrix lower = Matrix.from(n, n, (r, c) -> r == c ? 1 : multipliers[r][c]);
        Matrix upper = Matrix.from(n, n, (r, c) -> c < r ? 0 : rows[r].get(c));
        return new Lu(lower, upper, Permutation.of(order));
    }

    private static void exchange(Vector[] rows, double[][] multipliers, int[] order, int i, int j) {
        Vector row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
        double[] stored = multipliers[i];
        multipliers[i] = multipliers[j];
        multipliers[j] = stored;
        int source = order[i];
        order[i] = order[j];
        order[j] = source;
    }

    public Matrix solve(Matrix b) {
        if (isSingular()) {
            throw new SingularMatrixException(singularColumn(), "no unique solution");
        }
        Matrix y = Triangular.solveLower(lower, permutation.apply(b));
        return Triangular.solveUpper(upper, y);
    }
}
