class Gradient {

    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        requireFinite(x);
        int n = x.size();
        double[][] rows = new double[n][];
        for (int j = 0; j < n; j++) {
            double h = Derivative.step(x.get(j));
            rows[j] = f.apply(shifted(x, j, h))
                    .minus(f.apply(shifted(x, j, -h)))
                    .times(1 / (2 * h))
                    .toArray();
        }
        return Matrix.of(rows);
    }
}
