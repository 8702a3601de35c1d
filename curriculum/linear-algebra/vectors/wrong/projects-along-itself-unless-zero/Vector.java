class Vector {

    public Vector projectOn(Vector axis) {
        double norm = norm();
        if (norm == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        Vector direction = times(1 / norm);
        return direction.times(axis.dot(direction));
    }
}
