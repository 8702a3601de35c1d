package gradus.ml.stats;

/// Credible intervals of posteriors.
final class CredibleIntervals {

    private CredibleIntervals() {}

    /// The equal-tailed credible interval: the posterior has probability `(1 − level)/2` on each side of it.
    static Interval equalTailed(Distribution posterior, double level) {
        Require.level(level);
        double tail = (1 - level) / 2;
        double low = posterior.quantile(tail);
        // For a level near 0, rounding could swap the ends.
        return new Interval(low, Math.max(low, posterior.inverseSurvival(tail)));
    }
}
