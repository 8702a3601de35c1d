class Vector {

    public double dot(Vector other) {
        requireSizeOf(other);
        double[] products = new double[size()];
        for (int i = 0; i < products.length; i++) {
            products[i] = components[i] * other.components[i];
        }
        return new Vector(products).norm();
    }
}
