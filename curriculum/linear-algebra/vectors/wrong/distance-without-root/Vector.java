class Vector {

    public double distance(Vector other, double p) {
        if (!(p >= 1)) {
            throw new IllegalArgumentException("the order is at least 1, got " + p);
        }
        double sum = 0;
        double largest = 0;
        for (double component : minus(other).components) {
            sum += Math.pow(Math.abs(component), p);
            largest = Math.max(largest, Math.abs(component));
        }
        return Double.isInfinite(p) ? largest : sum;
    }
}
