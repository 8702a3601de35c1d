class TrainTestSplit {

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        return holdout(labels.length, testFraction, rng);
    }
}
