public record Qr(Matrix q, Matrix r) {

    public static Qr of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        double[][] work = a.toArray();
        double[][] q = new double[m][k];
        for (int i = 0; i < k; i++) {
            q[i][i] = 1;
        }
        double[][] mirrors = new double[k][m];
        for (int j = 0; j < k; j++) {
            for (int i = j; i < m; i++) {
                mirrors[j][i] = work[i][j];
            }
            double length = Vector.of(mirrors[j]).norm();
            if (length > 0) {
                mirrors[j][j] += mirrors[j][j] < 0 ? -length : length;
                mirrors[j] = Vector.of(mirrors[j])
                        .times(1 / Vector.of(mirrors[j]).norm())
                        .toArray();
            }
            reflect(work, mirrors[j]);
        }
        for (int j = k - 1; j >= 0; j--) {
            reflect(q, mirrors[j]);
        }
        return new Qr(Matrix.of(q), Matrix.from(k, n, (row, c) -> row > c ? 0 : work[row][c]));
    }

    public Vector leastSquares(Vector b) {
        requireFullRank();
        double[] x = q.transposeTimes(b).toArray();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= r.get(i, j) * x[j];
            }
            x[i] /= r.get(i, i);
        }
        return Vector.of(x);
    }

    public Matrix leastSquares(Matrix b) {
        if (b.rows() != q.rows()) {
            throw new IllegalArgumentException(q.rows() + " equations, but " + b.rows() + " rows on the right");
        }
        double[][] x = new double[r.columns()][b.columns()];
        for (int side = 0; side < b.columns(); side++) {
            Vector solution = leastSquares(b.column(side));
            for (int i = 0; i < x.length; i++) {
                x[i][side] = solution.get(i);
            }
        }
        return Matrix.of(x);
    }

    private static void reflect(double[][] work, double[] mirror) {
        for (int c = 0; c < work[0].length; c++) {
            double reach = 0;
            for (int i = 0; i < mirror.length; i++) {
                reach += mirror[i] * work[i][c];
            }
            for (int i = 0; i < mirror.length; i++) {
                work[i][c] -= 2 * reach * mirror[i];
            }
        }
    }
}
