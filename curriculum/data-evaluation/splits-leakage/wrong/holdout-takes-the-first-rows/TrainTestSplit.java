class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = count(n, testFraction);
        int[] test = new int[count];
        int[] train = new int[n - count];
        for (int row = 0; row < count; row++) {
            test[row] = row;
        }
        for (int row = count; row < n; row++) {
            train[row - count] = row;
        }
        return new TrainTestSplit(train, test);
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
