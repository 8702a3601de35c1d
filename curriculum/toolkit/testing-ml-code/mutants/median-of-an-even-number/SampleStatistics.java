class SampleStatistics {

    public static double median(double[] x) {
        requireSample("a median", x, 1);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[x.length / 2];
    }
}
