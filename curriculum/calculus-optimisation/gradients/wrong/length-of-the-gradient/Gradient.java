class Gradient {

    public static double directionalDerivative(ToDoubleFunction<Vector> f, Vector x, Vector direction) {
        requireFinite(x);
        requireFinite(direction);
        if (direction.size() != x.size()) {
            throw new IllegalArgumentException("sizes differ");
        }
        return numerical(f, x).norm() * direction.norm();
    }
}
