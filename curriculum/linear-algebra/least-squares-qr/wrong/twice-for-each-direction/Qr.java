public record Qr(Matrix q, Matrix r) {

    public static Qr of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        Vector[] q = new Vector[k];
        double[][] r = new double[k][n];
        for (int c = 0; c < n; c++) {
            Vector column = a.column(c);
            double[] reach = new double[Math.min(c, k)];
            Vector rest = rest(column, q, reach);
            for (int j = 0; j < reach.length; j++) {
                r[j][c] = reach[j];
            }
            if (c < k) {
                double length = rest.norm();
                if (length <= 1e-14 * column.norm()) {
                    length = 0;
                    rest = anyOther(q, c, m);
                }
                r[c][c] = length;
                q[c] = rest.times(1 / rest.norm());
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

    /// What is left of `rest` after each shadow has been subtracted twice; how far it reached is added to `reach`.
    private static Vector rest(Vector column, Vector[] directions, double[] reach) {
        Vector rest = column;
        for (int j = 0; j < reach.length; j++) {
            for (int pass = 0; pass < 2; pass++) {
                double along = directions[j].dot(rest);
                reach[j] += along;
                rest = rest.minus(directions[j].times(along));
            }
        }
        return rest;
    }

    /// The axis of which most is left, without its shadows.
    private static Vector anyOther(Vector[] directions, int known, int size) {
        Vector best = Vector.of(new double[size]);
        for (int i = 0; i < size; i++) {
            double[] axis = new double[size];
            axis[i] = 1;
            Vector left = rest(Vector.of(axis), directions, new double[known]);
            if (left.norm() > best.norm()) {
                best = left;
            }
        }
        return best;
    }
}
