package gradus.ml.stats;

/// Intervals that a belief is cut down to.
final class CredibleIntervals {

    private CredibleIntervals() {}

    static Interval equalTailed(Distribution posterior, double level) {
        Require.level(level);
        double tail = (1 - level) / 2;
        return new Interval(posterior.quantile(tail), posterior.quantile(1 - tail));
    }
}
