package gradus.ml.stats;

import gradus.ml.numbers.IncompleteGamma;
import gradus.ml.numbers.LogPmf;
import gradus.ml.numbers.Rng;

/// The Poisson distribution: the number of events in an interval with `rate` events on average, if they occur
/// independently. The limit of [Binomial] distributions with many trials and few successes.
///
/// The cdf is an incomplete gamma function, not a sum: its cost does not depend on the rate.
///
/// Source: N. Johnson, A. Kemp and S. Kotz, *Univariate Discrete Distributions*, 3rd edition (2005), chapter
/// 4.
///
/// @param rate mean number of events, > 0; also the variance
public record Poisson(double rate) implements DiscreteDistribution {

    private static final double MAX_DIRECT_RATE = 12;

    /// Beyond, counts are rounded.
    private static final double EXACT_COUNTS = 0x1p53;

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
        return StrictMath.exp(logCdf(x));
    }

    @Override
    public double logCdf(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY || Double.isNaN(x)) {
            return x < 0 ? Double.NEGATIVE_INFINITY : Double.isNaN(x) ? x : 0;
        }
        return IncompleteGamma.logUpper(Math.floor(x) + 1, rate);
    }

    @Override
    public double survival(double x) {
        return StrictMath.exp(logSurvival(x));
    }

    @Override
    public double logSurvival(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY || Double.isNaN(x)) {
            return x < 0 ? 0 : Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        return IncompleteGamma.logLower(Math.floor(x) + 1, rate);
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
        // Events beyond one per unit of time. The count itself, if it is huge, would collect rounding errors.
        double excess = 0;
        while (remaining > MAX_DIRECT_RATE) {
            double m = Math.floor(remaining * 0.875);
            double time = Gamma.draw(m, rng);
            if (time > remaining) {
                double last = Binomial.draw(m - 1, remaining / time, rng);
                return rate < EXACT_COUNTS ? count + last : rate + (excess + (last - remaining));
            }
            count += m;
            excess += m - time;
            remaining -= time;
        }
        double last = 0;
        for (double time = waitingTime(rng); time < remaining; time += waitingTime(rng)) {
            last++;
        }
        return rate < EXACT_COUNTS ? count + last : rate + (excess + (last - remaining));
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
