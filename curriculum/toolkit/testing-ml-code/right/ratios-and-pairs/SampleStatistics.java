class SampleStatistics {

    public static double median(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("at least one value, please");
        }
        var left = new java.util.ArrayList<Double>();
        for (double value : x) {
            left.add(value);
        }
        // The smallest and the largest leave, in pairs
        while (left.size() > 2) {
            left.remove(java.util.Collections.min(left));
            left.remove(java.util.Collections.max(left));
        }
        double first = left.getFirst();
        return first + (left.getLast() - first) / 2;
    }
}
