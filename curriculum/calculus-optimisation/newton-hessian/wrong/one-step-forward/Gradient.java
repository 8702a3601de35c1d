class Gradient {

    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        requireFinite(x);
        int n = x.size();
        Vector here = f.apply(x);
        double[][] entries = new double[here.size()][n];
        for (int j = 0; j < n; j++) {
            double h = Derivative.step(x.get(j));
            Vector above = f.apply(shifted(x, j, h));
            for (int i = 0; i < here.size(); i++) {
                entries[i][j] = (above.get(i) - here.get(i)) / h;
            }
        }
        return Matrix.of(entries);
    }
}
