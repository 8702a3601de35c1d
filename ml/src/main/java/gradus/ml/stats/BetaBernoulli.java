package gradus.ml.stats;

/// What is believed of the probability of success after trials. The belief is a [Beta] distribution, and so
/// it stays: each success adds one to its first parameter, each failure one to its second.
///
/// Source: A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013), chapter 2.
///
/// @param posterior how probable each probability is
public record BetaBernoulli(Beta posterior) {

    private static final int INTEGRATION_STEPS = 4000;

    /// The belief of someone to whom every probability is equally probable (P.-S. Laplace).
    public static BetaBernoulli uniformPrior() {
        return new BetaBernoulli(new Beta(1, 1));
    }

    /// The belief after more trials.
    ///
    /// @throws IllegalArgumentException if a number is negative
    public BetaBernoulli update(long successes, long failures) {
        Require.atLeast("the number of successes", successes, 0);
        Require.atLeast("the number of failures", failures, 0);
        return new BetaBernoulli(new Beta(posterior.a() + successes, posterior.b() + failures));
    }

    /// How probable a success is in the next trial: the mean of the belief.
    public double predictiveProbability() {
        return posterior.mean();
    }

    /// The most probable probability (maximum a posteriori). After a uniform belief, it is the share of
    /// successes.
    ///
    /// @throws IllegalArgumentException if there is none inside, or there are many, as a parameter is below
    ///     1 or both are 1
    public double mode() {
        double a = posterior.a();
        double b = posterior.b();
        if (a < 1 || b < 1 || a + b == 2) {
            throw new IllegalArgumentException(
                    "a beta distribution has one mode if both parameters are 1 or more, and one" + " of them more, got "
                            + a + " and " + b);
        }
        return (a - 1) / (a + b - 2);
    }

    /// The interval in which the probability lies with probability `level`, with as much below it as above.
    ///
    /// @throws IllegalArgumentException if `level` is not between 0 and 1
    public Interval credibleInterval(double level) {
        return CredibleIntervals.equalTailed(posterior, level);
    }

    /// How probable it is that this probability is larger than the one which `other` is about.
    ///
    /// Implementation note: the sum over 4 000 pieces of this belief of what `other` has below each; off by
    /// less than 1e-5.
    public double probabilityGreaterThan(BetaBernoulli other) {
        double low = posterior.quantile(1e-12);
        double width = posterior.quantile(1 - 1e-12) - low;
        double sum = 0;
        double cdfHere = 0;
        double otherHere = other.posterior.cdf(low);
        for (int i = 1; i <= INTEGRATION_STEPS; i++) {
            double x = low + width * i / INTEGRATION_STEPS;
            double cdfNext = i == INTEGRATION_STEPS ? 1 : posterior.cdf(x);
            double otherNext = other.posterior.cdf(x);
            sum += (cdfNext - cdfHere) * (otherHere + otherNext) / 2;
            cdfHere = cdfNext;
            otherHere = otherNext;
        }
        return sum;
    }
}
