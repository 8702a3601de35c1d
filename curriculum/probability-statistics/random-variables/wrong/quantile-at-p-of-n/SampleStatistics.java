class SampleStatistics {

    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1) || sorted.length == 0) {
            throw new IllegalArgumentException("p = " + p + " of " + sorted.length + " values");
        }
        double position = p * sorted.length;
        int below = Math.min((int) position, sorted.length - 1);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
