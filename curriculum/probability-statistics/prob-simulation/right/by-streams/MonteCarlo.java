public final class MonteCarlo {

    public static Estimate probability(Predicate<Rng> event, int trials, Rng rng) {
        Require.atLeast("the number of trials", trials, 1);
        long k = java.util.stream.IntStream.range(0, trials)
                .filter(i -> event.test(rng))
                .count();
        double n = trials;
        return new Estimate(k / n, Math.sqrt(k * (n - k) / (n * n * n)));
    }
}
