class Gradient {

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        double length = direction.norm();
        if (length == 0) {
            return 0;
        }
        Vector unit = direction.map(component -> component / length);
        double h = Derivative.step(x.norm());
        return (f.applyAsDouble(x.plus(unit.times(h))) - f.applyAsDouble(x.minus(unit.times(h)))) / (2 * h);
    }
}
