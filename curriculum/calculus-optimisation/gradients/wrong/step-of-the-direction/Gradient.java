class Gradient {

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        double h = Derivative.step(x.norm());
        Vector above = x.plus(direction.times(h));
        Vector below = x.minus(direction.times(h));
        return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
    }
}
