class Vector {

    public Vector projectOn(Vector axis) {
        double norm = axis.norm();
        if (norm == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        Vector direction = axis.times(1 / norm);
        return direction.times(Math.abs(dot(direction)));
    }
}
