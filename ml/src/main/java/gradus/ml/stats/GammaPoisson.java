package gradus.ml.stats;

/// Gamma–Poisson model: Bayesian inference of an unknown rate from counts. The gamma distribution is the
/// *conjugate prior*: the posterior is a [Gamma] distribution again, whose shape grows by the count and whose
/// rate grows by the exposure, the time of counting.
///
/// Source: A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013), chapter 2.
///
/// @param posterior the distribution of the rate given the counts so far; before any count, the prior
public record GammaPoisson(Gamma posterior) {

    /// The posterior after `count` more events in `exposure` more units of time.
    ///
    /// @throws IllegalArgumentException if the count is negative, or the exposure is not finite and > 0
    public GammaPoisson update(long count, double exposure) {
        Require.atLeast("the count", count, 0);
        Require.positive("the exposure", exposure);
        return new GammaPoisson(new Gamma(posterior.shape() + count, posterior.rate() + exposure));
    }

    /// The expected number of events in the next unit of time: the mean of the posterior.
    public double predictiveMean() {
        return posterior.mean();
    }

    /// The equal-tailed credible interval: it contains the rate with posterior probability `level`.
    ///
    /// @throws IllegalArgumentException if `level` is not between 0 and 1, both excluded
    public Interval credibleInterval(double level) {
        return CredibleIntervals.equalTailed(posterior, level);
    }
}
