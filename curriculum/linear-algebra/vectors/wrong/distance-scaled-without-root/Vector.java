class Vector {

    public double distance(Vector other, double p) {
        if (!(p >= 1)) {
            throw new IllegalArgumentException("the order is at least 1, got " + p);
        }
        Vector difference = minus(other);
        double largest = difference.largest();
        if (largest == 0 || Double.isInfinite(p)) {
            return largest;
        }
        double sum = 0;
        for (double component : difference.components) {
            sum += Math.pow(Math.abs(component) / largest, p);
        }
        return largest * sum;
    }
}
