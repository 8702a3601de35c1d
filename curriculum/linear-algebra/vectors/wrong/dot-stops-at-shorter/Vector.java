class Vector {

    public double dot(Vector other) {
        double[] products = new double[Math.min(size(), other.size())];
        for (int i = 0; i < products.length; i++) {
            products[i] = components[i] * other.components[i];
        }
        return Numerics.sum(products);
    }
}
