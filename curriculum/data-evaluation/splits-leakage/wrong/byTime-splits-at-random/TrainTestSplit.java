class TrainTestSplit {

    public static TrainTestSplit byTime(long[] times, double testFraction) {
        if (Arrays.stream(times).distinct().count() < 2) {
            throw new IllegalArgumentException("all times are equal");
        }
        return holdout(times.length, testFraction, Rng.of(1));
    }
}
