class Vector {

    public double cosine(Vector other) {
        if (norm() == 0 || other.norm() == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        return Math.clamp(dot(other) / norm() / other.norm(), -1.0, 1.0);
    }
}
