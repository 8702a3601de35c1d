package gradus.ml.stats;

import gradus.ml.numbers.LogProbability;
import gradus.ml.numbers.Rng;

/// The exponential distribution: the waiting time until an event that occurs at a constant rate. It is
/// memoryless: the remaining time does not depend on the time waited already.
///
/// SciPy takes the scale, `1 / rate`, instead of the rate.
///
/// Source: N. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate Distributions* 1 (1994), chapter
/// 19.
///
/// @param rate events per unit of time, > 0; the mean is `1 / rate`
public record Exponential(double rate) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if the rate is out of range
    public Exponential {
        Require.positive("the rate of an exponential distribution", rate);
    }

    @Override
    public double logDensity(double x) {
        return x < 0 ? Double.NEGATIVE_INFINITY : StrictMath.log(rate) - rate * x;
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : -StrictMath.expm1(-rate * x);
    }

    @Override
    public double logCdf(double x) {
        boolean underflows = x > 0 && rate * x < Double.MIN_NORMAL;
        return underflows ? StrictMath.log(rate) + StrictMath.log(x) : LogProbability.complement(logSurvival(x));
    }

    @Override
    public double survival(double x) {
        return StrictMath.exp(logSurvival(x));
    }

    @Override
    public double logSurvival(double x) {
        return x < 0 ? 0 : -rate * x;
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        return Math.abs(StrictMath.log1p(-p)) / rate;
    }

    @Override
    public double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        return Math.abs(StrictMath.log(p)) / rate;
    }

    @Override
    public double sample(Rng rng) {
        return quantile(rng.nextDouble());
    }

    @Override
    public double mean() {
        return 1 / rate;
    }

    @Override
    public double variance() {
        return 1 / rate / rate;
    }

    /// Equal to the mean.
    @Override
    public double standardDeviation() {
        return 1 / rate;
    }

    @Override
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
