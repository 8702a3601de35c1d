public record Qr(Matrix q, Matrix r) {

    public static Qr of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        Vector[] q = new Vector[k];
        double[][] r = new double[k][n];
        for (int c = 0; c < k; c++) {
            Vector rest = a.column(c);
            for (int j = 0; j < c; j++) {
                if (a.column(j).norm() > 0) {
                    rest = rest.minus(rest.projectOn(a.column(j)));
                }
            }
            q[c] = rest.norm() > 0 ? rest.times(1 / rest.norm()) : rest;
        }
        for (int c = 0; c < n; c++) {
            for (int j = 0; j < k && j <= c; j++) {
                r[j][c] = q[j].dot(a.column(c));
            }
        }
        return new Qr(Matrix.from(m, k, (row, c) -> q[c].get(row)), Matrix.from(k, n, (row, c) -> r[row][c]));
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
}
