class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        count(n, testFraction);
        int count = Math.max(1, (int) (testFraction * n));
        int[] order = rng.permutation(n);
        return new TrainTestSplit(Arrays.copyOfRange(order, count, n), Arrays.copyOf(order, count));
    }

    private static int count(int n, double testFraction) {
        refuseFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs 2 rows or more, got " + n);
        }
        return (int) Math.max(1, Math.min(n - 1, Math.round(testFraction * n)));
    }

    private static void refuseFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction must be between 0 and 1, got " + testFraction);
        }
    }
}
