class Gradient {

    public static Matrix jacobian(UnaryOperator<Vector> f, Vector x) {
        double[] point = x.toArray();
        for (double component : point) {
            if (Double.isNaN(component) || Double.isInfinite(component)) {
                throw new IllegalArgumentException("x has the component " + component);
            }
        }
        double[][] entries = null;
        for (int j = 0; j < point.length; j++) {
            double h = Derivative.step(point[j]);
            double[] moved = point.clone();
            moved[j] = point[j] + h;
            double distance = moved[j];
            double[] above = f.apply(Vector.of(moved)).toArray();
            moved[j] = point[j] - h;
            distance -= moved[j];
            double[] below = f.apply(Vector.of(moved)).toArray();
            if (entries == null) {
                entries = new double[above.length][point.length];
            }
            for (int i = 0; i < above.length; i++) {
                entries[i][j] = (above[i] - below[i]) / distance;
            }
        }
        return Matrix.of(entries);
    }
}
