class TrainTestSplit {

    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        return holdout(groups.length, testFraction, rng);
    }
}
