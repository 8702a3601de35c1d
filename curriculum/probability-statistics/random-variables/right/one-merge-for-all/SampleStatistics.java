class SampleStatistics {

    /// Walks along the steps from one value to the next.
    public static double quantile(double[] sorted, double p) {
        requireSample("a quantile", sorted, 1);
        if (Double.isNaN(p) || p < 0 || p > 1) {
            throw new IllegalArgumentException("p must be from 0 to 1, got " + p);
        }
        double left = p * (sorted.length - 1);
        double result = sorted[0];
        for (int i = 1; i < sorted.length && left > 0; i++) {
            result += Math.min(1, left) * (sorted[i] - sorted[i - 1]);
            left--;
        }
        return result;
    }
}
