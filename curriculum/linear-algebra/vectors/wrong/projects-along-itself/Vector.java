class Vector {

    public Vector projectOn(Vector axis) {
        if (axis.norm() == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        if (norm() == 0) {
            return this;
        }
        Vector direction = times(1 / norm());
        return direction.times(axis.dot(direction));
    }
}
