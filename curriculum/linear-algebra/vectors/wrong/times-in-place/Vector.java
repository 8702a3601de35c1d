class Vector {

    public Vector times(double factor) {
        for (int i = 0; i < components.length; i++) {
            components[i] *= factor;
        }
        return this;
    }
}
