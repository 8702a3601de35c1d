class Vector {

    public double cosine(Vector other) {
        if (norm() == 0 || other.norm() == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        return times(1 / norm()).dot(other.times(1 / other.norm()));
    }
}
