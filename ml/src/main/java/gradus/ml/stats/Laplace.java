package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// The Laplace (double exponential) distribution: an exponential distribution on both sides of the mean. If
/// errors have this distribution, the maximum-likelihood fit minimises the sum of absolute errors.
///
/// Source: N. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate Distributions* 2 (1995), chapter
/// 24.
///
/// @param mean any finite number; also the median
/// @param scale mean absolute deviation from the mean, > 0; the variance is `2·scale²`
public record Laplace(double mean, double scale) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if a parameter is out of range
    public Laplace {
        Require.finite("the mean of a Laplace distribution", mean);
        Require.positive("the scale of a Laplace distribution", scale);
    }

    @Override
    public double logDensity(double x) {
        return -Math.abs(x - mean) / scale - StrictMath.log(2) - StrictMath.log(scale);
    }

    @Override
    public double cdf(double x) {
        double z = (x - mean) / scale;
        return z < 0 ? StrictMath.exp(z) / 2 : 1 - StrictMath.exp(-z) / 2;
    }

    @Override
    public double survival(double x) {
        double z = (x - mean) / scale;
        return z < 0 ? 1 - StrictMath.exp(z) / 2 : StrictMath.exp(-z) / 2;
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        double distance = StrictMath.log(2 * Math.min(p, 1 - p));
        return p < 0.5 ? mean + scale * distance : mean - scale * distance;
    }

    @Override
    public double sample(Rng rng) {
        double distance = -scale * StrictMath.log1p(-rng.nextDouble());
        return rng.nextBoolean() ? mean + distance : mean - distance;
    }

    @Override
    public double variance() {
        return 2 * scale * scale;
    }

    @Override
    public Interval support() {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
