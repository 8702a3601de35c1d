class Triangular {

    public static Matrix solveLower(Matrix lower, Matrix b) {
        requireSolvable(lower, b);
        double[][] columns = new double[b.columns()][];
        for (int c = 0; c < columns.length; c++) {
            double[] x = b.column(c).toArray();
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < i; j++) {
                    x[i] -= lower.get(i, j) * x[j];
                }
                x[i] /= lower.get(i, i);
            }
            columns[c] = x;
        }
        return Matrix.from(lower.rows(), b.columns(), (r, c) -> columns[c][r]);
    }

    public static Matrix solveUpper(Matrix upper, Matrix b) {
        requireSolvable(upper, b);
        double[][] columns = new double[b.columns()][];
        for (int c = 0; c < columns.length; c++) {
            double[] x = b.column(c).toArray();
            for (int i = x.length - 1; i >= 0; i--) {
                for (int j = i + 1; j < x.length; j++) {
                    x[i] -= upper.get(i, j) * x[j];
                }
                x[i] /= upper.get(i, i);
            }
            columns[c] = x;
        }
        return Matrix.from(upper.rows(), b.columns(), (r, c) -> columns[c][r]);
    }
}
