public final class MonteCarlo {

    public static Estimate probability(Predicate<Rng> event, int trials, Rng rng) {
        if (trials < 1) {
            throw new IllegalArgumentException("at least one trial, got " + trials);
        }
        int occurrences = 0;
        for (int i = 0; i < trials; i++) {
            if (event.test(rng)) {
                occurrences++;
            }
        }
        double p = occurrences / trials;
        return new Estimate(p, Math.sqrt(p * (1 - p) / trials));
    }
}
