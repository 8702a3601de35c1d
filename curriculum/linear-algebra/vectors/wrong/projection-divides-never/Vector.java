class Vector {

    public Vector projectOn(Vector axis) {
        if (axis.norm() == 0) {
            throw new IllegalArgumentException("a zero vector has no direction");
        }
        return axis.times(dot(axis));
    }
}
