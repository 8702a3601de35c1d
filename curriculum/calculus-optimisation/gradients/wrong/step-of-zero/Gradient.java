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
        return length * Derivative.central(t -> f.applyAsDouble(x.plus(unit.times(t))), 0);
    }
}
