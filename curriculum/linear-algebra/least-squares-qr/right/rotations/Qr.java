public record Qr(Matrix q, Matrix r) {

    public static Qr of(Matrix a) {
        int m = a.rows();
        int n = a.columns();
        int k = Math.min(m, n);
        double[][] r = a.toArray();
        double[][] q = Matrix.identity(m).toArray();
        for (int c = 0; c < k; c++) {
            for (int i = c + 1; i < m; i++) {
                double length = Math.hypot(r[c][c], r[i][c]);
                if (r[i][c] != 0) {
                    double cosine = r[c][c] / length;
                    double sine = r[i][c] / length;
                    turn(r, c, i, cosine, sine);
                    turn(q, c, i, cosine, sine);
                    r[i][c] = 0;
                }
            }
            if (r[c][c] < 0) {
                turn(r, c, c, -1, 0);
                turn(q, c, c, -1, 0);
            }
        }
        // The rows of q are the columns of Q.
        return new Qr(Matrix.from(m, k, (i, c) -> q[c][i]), Matrix.from(k, n, (i, c) -> r[i][c]));
    }

    private static void turn(double[][] rows, int first, int second, double cosine, double sine) {
        for (int c = 0; c < rows[0].length; c++) {
            double x = rows[first][c];
            double y = rows[second][c];
            rows[second][c] = cosine * y - sine * x;
            rows[first][c] = cosine * x + sine * y;
        }
    }

    public Vector leastSquares(Vector b) {
        requireFullRank();
        int n = r.columns();
        double[] x = new double[n];
        Vector left = q.transposeTimes(b);
        // Column by column: what is known of x moves to the right-hand side.
        for (int j = n - 1; j >= 0; j--) {
            x[j] = left.get(j) / r.get(j, j);
            left = left.minus(r.column(j).times(x[j]));
        }
        return Vector.of(x);
    }

    public Matrix leastSquares(Matrix b) {
        Matrix x = Matrix.zeros(r.columns(), 0);
        for (int side = 0; side < b.columns(); side++) {
            double[] one = leastSquares(b.column(side)).toArray();
            x = x.hstack(Matrix.of(one.length, 1, one));
        }
        return x;
    }
}
