class SampleStatistics {

    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1) || sorted.length == 0) {
            throw new IllegalArgumentException("p = " + p + " of " + sorted.length + " values");
        }
        return sorted[(int) (p * (sorted.length - 1))];
    }
}
