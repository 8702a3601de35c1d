class SampleStatistics {

    public static double median(double[] x) {
        requireSample("a median", x, 1);
        int middle = x.length / 2;
        return x.length % 2 == 1 ? x[middle] : (x[middle - 1] + x[middle]) / 2;
    }
}
