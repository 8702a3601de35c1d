class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = count(n, testFraction);
        int[] order = rng.permutation(n);
        return new TrainTestSplit(Arrays.copyOf(order, count), Arrays.copyOfRange(order, count, n));
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
