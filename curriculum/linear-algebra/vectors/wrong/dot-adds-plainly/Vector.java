class Vector {

    public double dot(Vector other) {
        requireSizeOf(other);
        double sum = 0;
        for (int i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return sum;
    }
}
