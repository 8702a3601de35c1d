class Vector {

    public Vector plus(Vector other) {
        double[] sums = new double[Math.max(size(), other.size())];
        for (int i = 0; i < sums.length; i++) {
            double mine = i < size() ? components[i] : 0;
            double yours = i < other.size() ? other.components[i] : 0;
            sums[i] = mine + yours;
        }
        return new Vector(sums);
    }
}
