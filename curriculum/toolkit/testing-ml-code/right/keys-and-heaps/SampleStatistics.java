class SampleStatistics {

    public static double median(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        var heap = new java.util.PriorityQueue<Double>();
        for (double value : x) {
            heap.add(value);
        }
        while (heap.size() > x.length / 2 + 1) {
            heap.remove();
        }
        double first = heap.remove();
        return x.length % 2 == 1 ? first : (first + heap.remove()) / 2;
    }
}
