class SampleStatistics {

    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1) || sorted.length == 0) {
            throw new IllegalArgumentException("p = " + p + " of " + sorted.length + " values");
        }
        double position = Math.max(0, p * sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
