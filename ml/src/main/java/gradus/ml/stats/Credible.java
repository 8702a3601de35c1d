package gradus.ml.stats;

/// Intervals that a belief is cut down to.
final class Credible {

    private Credible() {}

    static Interval interval(Distribution belief, double level) {
        Require.level(level);
        double outside = (1 - level) / 2;
        return new Interval(belief.quantile(outside), belief.quantile(1 - outside));
    }
}
