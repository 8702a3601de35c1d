class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            double h = Derivative.step(x.get(i));
            Vector above = x.map(component -> component + h);
            Vector below = x.map(component -> component - h);
            gradient[i] = (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
        }
        return Vector.of(gradient);
    }
}
