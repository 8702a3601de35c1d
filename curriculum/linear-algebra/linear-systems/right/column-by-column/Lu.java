import java.util.stream.IntStream;

record Lu(Matrix lower, Matrix upper, Permutation permutation) {

    /// Each column of A is solved with the columns of L that are known, and gives the next column of U and of L.
    public static Lu of(Matrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("only square matrices, got " + a.shape());
        }
        int n = a.rows();
        double[][] l = new double[n][n];
        double[][] u = new double[n][n];
        int[] order = IntStream.range(0, n).toArray();
        for (int k = 0; k < n; k++) {
            double[] v = new double[n];
            for (int i = 0; i < n; i++) {
                v[i] = a.get(order[i], k);
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < Math.min(i, k); j++) {
                    v[i] -= l[i][j] * v[j];
                }
            }
            int best = k;
            for (int i = k; i < n; i++) {
                best = Math.abs(v[i]) >= Math.abs(v[best]) ? i : best;
            }
            double value = v[k];
            v[k] = v[best];
            v[best] = value;
            double[] row = l[k];
            l[k] = l[best];
            l[best] = row;
            int source = order[k];
            order[k] = order[best];
            order[best] = source;
            l[k][k] = 1;
            for (int i = 0; i < n; i++) {
                if (i <= k) {
                    u[i][k] = v[i];
                } else {
                    l[i][k] = v[k] == 0 ? 0 : v[i] / v[k];
                }
            }
        }
        return new Lu(Matrix.of(l), Matrix.of(u), Permutation.of(order));
    }

    public Matrix solve(Matrix b) {
        int n = upper.rows();
        if (b.rows() != n) {
            throw new IllegalArgumentException(n + " equations, but " + b.rows() + " right-hand sides");
        }
        if (isSingular()) {
            int column = singularColumn();
            throw new SingularMatrixException(column, "column " + column + " depends on the others");
        }
        double[][] x = permutation.apply(b).toArray();
        for (int c = 0; c < b.columns(); c++) {
            for (int j = 0; j < n; j++) {
                for (int i = j + 1; i < n; i++) {
                    x[i][c] -= lower.get(i, j) * x[j][c];
                }
            }
            for (int j = n - 1; j >= 0; j--) {
                x[j][c] /= upper.get(j, j);
                for (int i = 0; i < j; i++) {
                    x[i][c] -= upper.get(i, j) * x[j][c];
                }
            }
        }
        return Matrix.from(n, b.columns(), (r, c) -> x[r][c]);
    }
}
