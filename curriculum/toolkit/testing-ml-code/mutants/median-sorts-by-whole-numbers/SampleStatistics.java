class SampleStatistics {

    public static double median(double[] x) {
        requireSample("a median", x, 1);
        double[] sorted = Arrays.stream(x)
                .boxed()
                .sorted((a, b) -> (int) (a - b))
                .mapToDouble(Double::doubleValue)
                .toArray();
        int middle = x.length / 2;
        return x.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
