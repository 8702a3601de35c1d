/// Every derivative is that of a slice: a function of one number.
class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            int index = i;
            gradient[i] = Derivative.central(
                    value -> {
                        double[] moved = x.toArray();
                        moved[index] = value;
                        return f.applyAsDouble(Vector.of(moved));
                    },
                    x.get(i));
        }
        return Vector.of(gradient);
    }

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (x.size() != direction.size()) {
            throw new IllegalArgumentException(x.size() + " and " + direction.size() + " components");
        }
        double length = direction.norm();
        if (length == 0) {
            return 0;
        }
        Vector unit = direction.map(component -> component / length);
        return length * Derivative.central(t -> f.applyAsDouble(x.plus(unit.times(t))), 0, Derivative.step(x.norm()));
    }
}
