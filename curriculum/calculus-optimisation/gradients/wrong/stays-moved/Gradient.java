class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] moving = x.toArray();
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            double h = Derivative.step(x.get(i));
            moving[i] += h;
            double above = f.applyAsDouble(Vector.of(moving));
            moving[i] -= 2 * h;
            double below = f.applyAsDouble(Vector.of(moving));
            gradient[i] = (above - below) / (2 * h);
        }
        return Vector.of(gradient);
    }
}
