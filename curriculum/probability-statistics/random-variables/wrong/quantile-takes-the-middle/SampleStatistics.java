class SampleStatistics {

    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1) || sorted.length == 0) {
            throw new IllegalArgumentException("p = " + p + " of " + sorted.length + " values");
        }
        double position = p * (sorted.length - 1);
        return (sorted[(int) Math.floor(position)] + sorted[(int) Math.ceil(position)]) / 2;
    }
}
