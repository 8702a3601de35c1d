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

    private static final double LOG_TWO = StrictMath.log(2);

    /// @throws IllegalArgumentException if a parameter is out of range
    public Laplace {
        Require.finite("the mean of a Laplace distribution", mean);
        Require.positive("the scale of a Laplace distribution", scale);
    }

    @Override
    public double logDensity(double x) {
        return -Math.abs(LocationScale.standardise(x, mean, scale)) - LOG_TWO - StrictMath.log(scale);
    }

    @Override
    public double cdf(double x) {
        return upperTail(-LocationScale.standardise(x, mean, scale));
    }

    @Override
    public double logCdf(double x) {
        return logUpperTail(-LocationScale.standardise(x, mean, scale));
    }

    @Override
    public double survival(double x) {
        return upperTail(LocationScale.standardise(x, mean, scale));
    }

    @Override
    public double logSurvival(double x) {
        return logUpperTail(LocationScale.standardise(x, mean, scale));
    }

    private static double upperTail(double z) {
        return z < 0 ? 1 - StrictMath.exp(z) / 2 : StrictMath.exp(-z) / 2;
    }

    private static double logUpperTail(double z) {
        return z < 0 ? StrictMath.log1p(-StrictMath.exp(z) / 2) : -z - LOG_TWO;
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        return LocationScale.locate(standardQuantile(p), mean, scale);
    }

    @Override
    public double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        return LocationScale.locate(-standardQuantile(p), mean, scale);
    }

    private static double standardQuantile(double p) {
        return p < 0.5 ? StrictMath.log(2 * p) : -StrictMath.log(2 * (1 - p));
    }

    @Override
    public double sample(Rng rng) {
        double distance = -StrictMath.log1p(-rng.nextDouble());
        return LocationScale.locate(rng.nextBoolean() ? distance : -distance, mean, scale);
    }

    @Override
    public double variance() {
        return 2 * scale * scale;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(2) * scale;
    }

    @Override
    public Interval support() {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
