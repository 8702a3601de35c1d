package gradus.ml.stats;

import gradus.ml.numbers.BetaFunction;
import gradus.ml.numbers.Sigmoid;

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

    /// Beyond, a probability or its complement underflows.
    private static final double MAX_LOG_ODDS = 700;

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
    /// Implementation note: numerical integration over 4 000 intervals of the log-odds, narrow around the
    /// mean of the narrower posterior and wide in its tails. The error is below 1e-5.
    public double probabilityGreaterThan(BetaBernoulli other) {
        if (other.posterior.variance() < posterior.variance()) {
            return 1 - other.probabilityGreaterThan(this);
        }
        double a = posterior.a();
        double b = posterior.b();
        Beta against = other.posterior;
        double centre = StrictMath.log(a) - StrictMath.log(b);
        double width = Math.min(1, Math.sqrt(1 / a + 1 / b));
        double range = StrictMath.log(2 * MAX_LOG_ODDS / width);
        double last = -MAX_LOG_ODDS;
        // Before the first point, and beyond the last, the tails are powers of x and of 1 − x.
        double sum = cdf(posterior, last) * cdf(against, last) * (a / (a + against.a()));
        for (int i = 0; i <= INTEGRATION_STEPS; i++) {
            double position = range * (2.0 * i / INTEGRATION_STEPS - 1);
            double next = Math.clamp(centre + width * StrictMath.sinh(position), -MAX_LOG_ODDS, MAX_LOG_ODDS);
            // The trapezoidal rule, for the integral of the other cdf over this one.
            sum += (cdf(posterior, next) - cdf(posterior, last)) * (cdf(against, last) + cdf(against, next)) / 2;
            last = next;
        }
        double tail = survival(posterior, last);
        return Math.clamp(sum + tail * (1 - survival(against, last) * (b / (b + against.b()))), 0.0, 1.0);
    }

    private static double cdf(Beta beta, double logOdds) {
        double x = Sigmoid.of(logOdds);
        return StrictMath.exp(BetaFunction.logLowerIncomplete(beta.a(), beta.b(), x, Sigmoid.of(-logOdds)));
    }

    private static double survival(Beta beta, double logOdds) {
        double x = Sigmoid.of(logOdds);
        return StrictMath.exp(BetaFunction.logUpperIncomplete(beta.a(), beta.b(), x, Sigmoid.of(-logOdds)));
    }
}
