class Vector {

    public double norm() {
        return Math.hypot(components[0], components[1]);
    }
}
