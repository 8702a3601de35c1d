package gradus.ml.stats;

/// Beta–Bernoulli model: Bayesian inference of an unknown success probability. The beta distribution is the
/// *conjugate prior*: the posterior is a [Beta] distribution again, whose first parameter grows by one with
/// each success and whose second grows by one with each failure.
///
/// Source: A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013), chapter 2.
///
/// @param posterior the distribution of the success probability given the trials so far; before any trial,
///     the prior
public record BetaBernoulli(Beta posterior) {

    private static final int INTEGRATION_STEPS = 4000;

    /// The model with a uniform prior, `Beta(1, 1)`: all success probabilities are equally probable (P.-S.
    /// Laplace).
    public static BetaBernoulli uniformPrior() {
        return new BetaBernoulli(new Beta(1, 1));
    }

    /// The posterior after more trials.
    ///
    /// @throws IllegalArgumentException if a count is negative
    public BetaBernoulli update(long successes, long failures) {
        Require.atLeast("the number of successes", successes, 0);
        Require.atLeast("the number of failures", failures, 0);
        return new BetaBernoulli(new Beta(posterior.a() + successes, posterior.b() + failures));
    }

    /// The posterior predictive probability of a success in the next trial: the mean of the posterior.
    public double predictiveProbability() {
        return posterior.mean();
    }

    /// The mode of the posterior: the maximum a posteriori (MAP) estimate. With a uniform prior, it is the
    /// fraction of successes.
    ///
    /// @throws IllegalArgumentException if the posterior has no unique mode inside the interval: if a
    ///     parameter is below 1 or both are 1
    public double mode() {
        double a = posterior.a();
        double b = posterior.b();
        if (a < 1 || b < 1 || a + b == 2) {
            throw new IllegalArgumentException(
                    "the mode of a beta distribution is unique only if both parameters are at least 1,"
                            + " and one of them greater, got "
                            + a + " and " + b);
        }
        return (a - 1) / (a + b - 2);
    }

    /// The equal-tailed credible interval: it contains the success probability with posterior probability
    /// `level`.
    ///
    /// @throws IllegalArgumentException if `level` is not between 0 and 1, both excluded
    public Interval credibleInterval(double level) {
        return CredibleIntervals.equalTailed(posterior, level);
    }

    /// The posterior probability that this success probability is larger than that of `other`, as in an A/B
    /// test. The two must be independent.
    ///
    /// Implementation note: numerical integration over 4 000 subintervals, with an error below 1e-5.
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
