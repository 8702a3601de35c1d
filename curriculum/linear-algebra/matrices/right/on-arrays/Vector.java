class Vector {

    public static Vector from(int size, IntToDoubleFunction entry) {
        if (size < 0) {
            throw new IllegalArgumentException("size must be at least 0, got " + size);
        }
        double[] components = new double[size];
        for (int i = 0; i < size; i++) {
            components[i] = entry.applyAsDouble(i);
        }
        return new Vector(components);
    }
}
