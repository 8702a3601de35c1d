public final class MonteCarlo {

    public static Estimate probability(Predicate<Rng> event, int trials, Rng rng) {
        if (trials <= 0) {
            throw new IllegalArgumentException("needs at least one trial, got " + trials);
        }
        double sum = 0;
        int left = trials;
        while (left-- > 0) {
            sum += event.test(rng) ? 1.0 : 0.0;
        }
        double value = sum / trials;
        double failure = (trials - sum) / trials;
        return new Estimate(value, Math.sqrt(value * failure) / Math.sqrt(trials));
    }
}
