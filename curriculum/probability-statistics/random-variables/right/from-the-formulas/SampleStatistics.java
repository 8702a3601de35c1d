class SampleStatistics {

    public static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        if (p >= 0 && p <= 1) {
            double position = p * (sorted.length - 1);
            int below = (int) Math.floor(position);
            int above = (int) Math.ceil(position);
            double weight = position - below;
            return (1 - weight) * sorted[below] + weight * sorted[above];
        }
        throw new IllegalArgumentException("p must be from 0 to 1, got " + p);
    }
}
