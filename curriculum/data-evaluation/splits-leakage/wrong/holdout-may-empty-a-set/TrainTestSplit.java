class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs 2 rows or more, got " + n);
        }
        int count = (int) Math.round(testFraction * n);
        int[] order = rng.permutation(n);
        return new TrainTestSplit(Arrays.copyOfRange(order, count, n), Arrays.copyOf(order, count));
    }

    private static void refuseFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction must be between 0 and 1, got " + testFraction);
        }
    }
}
