class SampleStatistics {

    public static double median(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("the median of no values");
        }
        return place(x, (x.length - 1) / 2) * 0.5 + place(x, x.length / 2) * 0.5;
    }

    /// The value that would stand at this place if they were sorted.
    private static double place(double[] x, int place) {
        for (double candidate : x) {
            int below = 0;
            int notAbove = 0;
            for (double value : x) {
                below += value < candidate ? 1 : 0;
                notAbove += value <= candidate ? 1 : 0;
            }
            if (below <= place && place < notAbove) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("a value isn't a number");
    }
}
