class Gradient {

    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        requireFinite(x);
        int n = x.size();
        int m = f.apply(x).size();
        double[][] entries = new double[m][n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double h = Derivative.step(x.get(j));
                double above = f.apply(shifted(x, j, h)).get(i);
                double below = f.apply(shifted(x, j, -h)).get(i);
                entries[i][j] = (above - below) / (2 * h);
            }
        }
        return Matrix.of(entries);
    }
}
