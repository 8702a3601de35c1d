class Gradient {

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        Vector gradient = numerical(f, x);
        double along = gradient.dot(direction);
        double both = gradient.dot(gradient) * direction.dot(direction);
        return Math.sqrt(Math.max(0, both - along * along));
    }
}
