class SampleStatistics {

    public static double median(double[] x) {
        requireSample("a median", x, 1);
        double[] sorted = Arrays.stream(x).distinct().sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
