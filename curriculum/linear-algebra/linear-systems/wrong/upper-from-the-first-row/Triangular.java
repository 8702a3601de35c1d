class Triangular {

    public static Matrix solveLower(Matrix lower, Matrix b) {
        requireSolvable(lower, b);
        int n = lower.rows();
        double[][] x = b.toArray();
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < b.columns(); c++) {
                for (int j = 0; j < i; j++) {
                    x[i][c] -= lower.get(i, j) * x[j][c];
                }
                x[i][c] /= lower.get(i, i);
            }
        }
        return Matrix.from(n, b.columns(), (r, c) -> x[r][c]);
    }

    public static Matrix solveUpper(Matrix upper, Matrix b) {
        requireSolvable(upper, b);
        int n = upper.rows();
        double[][] x = b.toArray();
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < b.columns(); c++) {
                for (int j = i + 1; j < n; j++) {
                    x[i][c] -= upper.get(i, j) * x[j][c];
                }
                x[i][c] /= upper.get(i, i);
            }
        }
        return Matrix.from(n, b.columns(), (r, c) -> x[r][c]);
    }
}
