class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            double h = Derivative.step(x.get(i));
            double[] above = x.toArray();
            above[i] += h;
            gradient[i] = (f.applyAsDouble(Vector.of(above)) - f.applyAsDouble(x)) / h;
        }
        return Vector.of(gradient);
    }
}
