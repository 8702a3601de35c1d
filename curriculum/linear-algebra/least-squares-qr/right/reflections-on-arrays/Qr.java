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
        double[][] mirrors = new double[k][];
        for (int j = 0; j < k; j++) {
            mirrors[j] = mirror(work, j);
            reflect(work, mirrors[j]);
        }
        // The last mirror first, so that each meets what the later ones have made of the identity.
        for (int j = k - 1; j >= 0; j--) {
            reflect(q, mirrors[j]);
        }
        double[][] r = new double[k][n];
        for (int j = 0; j < k; j++) {
            double sign = work[j][j] < 0 ? -1 : 1;
            for (int c = j; c < n; c++) {
                r[j][c] = sign * work[j][c];
            }
            for (double[] row : q) {
                row[j] *= sign;
            }
        }
        return new Qr(Matrix.of(q), Matrix.of(r));
    }

    /// A unit vector at right angles to the mirror that turns the rest of column j to axis j.
    private static double[] mirror(double[][] work, int j) {
        double[] v = new double[work.length];
        for (int i = j; i < v.length; i++) {
            v[i] = work[i][j];
        }
        double length = Vector.of(v).norm();
        if (length == 0) {
            return v;
        }
        v[j] += v[j] < 0 ? -length : length;
        return Vector.of(v).times(1 / Vector.of(v).norm()).toArray();
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

    public Vector leastSquares(Vector b) {
        return leastSquares(Matrix.of(b.size(), 1, b.toArray())).column(0);
    }

    public Matrix leastSquares(Matrix b) {
        requireFullRank();
        double[][] x = q.transpose().times(b).toArray();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int side = 0; side < b.columns(); side++) {
                double sum = x[i][side];
                for (int j = i + 1; j < x.length; j++) {
                    sum -= r.get(i, j) * x[j][side];
                }
                x[i][side] = sum / r.get(i, i);
            }
        }
        return Matrix.of(x);
    }
}
