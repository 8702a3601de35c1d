class Vector {

    public double dot(Vector other) {
        requireSizeOf(other);
        double product = 0;
        for (int i = 0; i < components.length; i++) {
            product = components[i] * other.components[i];
        }
        return product;
    }
}
