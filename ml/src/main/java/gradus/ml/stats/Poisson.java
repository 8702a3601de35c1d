package gradus.ml.stats;

import gradus.ml.numbers.IncompleteGamma;
import gradus.ml.numbers.LogPmf;
import gradus.ml.numbers.Rng;

/// The Poisson distribution: the number of events in an interval with `rate` events on average, if they occur
/// independently. The limit of [Binomial] distributions with many trials and few successes.
///
/// The cdf is an incomplete gamma function, not a sum: it costs about O(√rate).
///
/// Source: N. Johnson, A. Kemp and S. Kotz, *Univariate Discrete Distributions*, 3rd edition (2005), chapter
/// 4.
///
/// @param rate mean number of events, > 0; also the variance
public record Poisson(double rate) implements DiscreteDistribution {

    private static final double MAX_DIRECT_RATE = 12;

    /// @throws IllegalArgumentException if the rate is out of range
    public Poisson {
        Require.positive("the rate of a Poisson distribution", rate);
    }

    @Override
    public double logDensity(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        boolean isCount = x >= 0 && x == Math.rint(x) && x < Double.POSITIVE_INFINITY;
        return isCount ? LogPmf.poisson(x, rate) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cdf(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY || Double.isNaN(x)) {
            return x < 0 ? 0 : Double.isNaN(x) ? x : 1;
        }
        return IncompleteGamma.upper(Math.floor(x) + 1, rate);
    }

    @Override
    public double survival(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY || Double.isNaN(x)) {
            return x < 0 ? 1 : Double.isNaN(x) ? x : 0;
        }
        return IncompleteGamma.lower(Math.floor(x) + 1, rate);
    }

    /// {@inheritDoc}
    ///
    /// The time of the m-th event has a [Gamma] distribution. If it lies inside the interval, m events have
    /// occurred, and the rest of the interval is handled in the same way. Otherwise, the m − 1 events before
    /// it are uniformly distributed over the time up to it, so the number inside is a [Binomial] draw. O(log
    /// rate).
    ///
    /// Source: J. Ahrens and U. Dieter, Computer Methods for Sampling from Gamma, Beta, Poisson and Binomial
    /// Distributions, Computing 12 (1974), 223–246.
    @Override
    public double sample(Rng rng) {
        double remaining = rate;
        double count = 0;
        while (remaining > MAX_DIRECT_RATE) {
            int m = (int) Math.min(Math.floor(remaining * 7 / 8), 1 << 30);
            double time = new Gamma(m, 1).sample(rng);
            if (time > remaining) {
                return count + new Binomial(m - 1, remaining / time).sample(rng);
            }
            count += m;
            remaining -= time;
        }
        for (double time = waitingTime(rng); time < remaining; time += waitingTime(rng)) {
            count++;
        }
        return count;
    }

    private static double waitingTime(Rng rng) {
        return -StrictMath.log1p(-rng.nextDouble());
    }

    @Override
    public double mean() {
        return rate;
    }

    @Override
    public double variance() {
        return rate;
    }

    @Override
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
