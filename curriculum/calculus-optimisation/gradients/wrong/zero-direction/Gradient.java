class Gradient {

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        double length = direction.norm();
        Vector unit = direction.map(component -> component / length);
        double h = Derivative.step(x.norm());
        Vector above = x.plus(unit.times(h));
        Vector below = x.minus(unit.times(h));
        return length * (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * h);
    }
}
