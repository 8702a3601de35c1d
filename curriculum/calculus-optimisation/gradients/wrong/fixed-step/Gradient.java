class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            double h = 1e-6;
            double[] above = x.toArray();
            double[] below = x.toArray();
            above[i] += h;
            below[i] -= h;
            gradient[i] = (f.applyAsDouble(Vector.of(above)) - f.applyAsDouble(Vector.of(below))) / (2 * h);
        }
        return Vector.of(gradient);
    }
}
