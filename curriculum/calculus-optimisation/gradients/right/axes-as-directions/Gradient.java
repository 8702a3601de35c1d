/// A partial derivative is a directional derivative along an axis, so both are one method of difference quotients on
/// arrays.
class Gradient {

    public static Vector numerical(ToDoubleFunction<Vector> f, Vector x) {
        requireFinite(x);
        double[] start = x.toArray();
        double[] slopes = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            double[] axis = new double[start.length];
            axis[i] = 1;
            slopes[i] = slope(f, start, axis, Math.abs(start[i]));
        }
        return Vector.of(slopes);
    }

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        double[] to = direction.toArray();
        if (to.length != x.size()) {
            throw new IllegalArgumentException("sizes: " + x.size() + ", " + to.length);
        }
        double length = direction.norm();
        if (length > 0) {
            for (int i = 0; i < to.length; i++) {
                to[i] /= length;
            }
            return slope(f, x.toArray(), to, x.norm()) * length;
        }
        return 0.0;
    }

    private static double slope(ToDoubleFunction<Vector> f, double[] start, double[] unit, double size) {
        double h = 1e-5 * (size > 1 ? size : 1);
        // A power of two, so that few digits of the points are rounded.
        h = Math.scalb(1.0, Math.getExponent(h));
        double[] above = start.clone();
        double[] below = start.clone();
        for (int i = 0; i < start.length; i++) {
            above[i] += h * unit[i];
            below[i] -= h * unit[i];
        }
        return (f.applyAsDouble(Vector.of(above)) - f.applyAsDouble(Vector.of(below))) / (h + h);
    }
}
