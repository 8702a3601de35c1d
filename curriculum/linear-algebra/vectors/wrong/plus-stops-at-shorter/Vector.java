class Vector {

    public Vector plus(Vector other) {
        double[] sums = new double[Math.min(size(), other.size())];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = components[i] + other.components[i];
        }
        return new Vector(sums);
    }
}
