package gradus.ml.stats;

/// What is believed of a rate after counting. The belief is a [Gamma] distribution, and so it stays: what
/// was counted is added to its shape, and the time that it took to its rate.
///
/// Source: A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013), chapter 2.
///
/// @param posterior how probable each rate is
public record GammaPoisson(Gamma posterior) {

    /// The belief after `count` occurrences in `exposure` more units of time.
    ///
    /// @throws IllegalArgumentException if the count is negative, or the time not finite and above 0
    public GammaPoisson update(long count, double exposure) {
        Require.atLeast("a count", count, 0);
        Require.positive("the time in which is counted", exposure);
        return new GammaPoisson(new Gamma(posterior.shape() + count, posterior.rate() + exposure));
    }

    /// How many occurrences to expect in the next unit of time: the mean of the belief.
    public double predictiveMean() {
        return posterior.mean();
    }

    /// The interval in which the rate lies with probability `level`, with as much below it as above.
    ///
    /// @throws IllegalArgumentException if `level` is not between 0 and 1
    public Interval credibleInterval(double level) {
        return CredibleIntervals.equalTailed(posterior, level);
    }
}
