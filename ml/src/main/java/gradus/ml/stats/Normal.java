package gradus.ml.stats;

import gradus.ml.numbers.ErrorFunction;
import gradus.ml.numbers.Probit;
import gradus.ml.numbers.Rng;

/// The normal (Gaussian) distribution. Sums of many small independent influences are approximately normal
/// (the central limit theorem).
///
/// Source: N. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate Distributions* 1 (1994), chapter
/// 13.
///
/// @param mean any finite number
/// @param standardDeviation > 0: the square root of the variance, not the variance
public record Normal(double mean, double standardDeviation) implements ContinuousDistribution {

    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);
    private static final double ROOT_TWO = Math.sqrt(2);

    /// @throws IllegalArgumentException if a parameter is out of range
    public Normal {
        Require.finite("the mean of a normal distribution", mean);
        Require.positive("the standard deviation of a normal distribution", standardDeviation);
    }

    /// The standard normal distribution: mean 0, standard deviation 1.
    public static Normal standard() {
        return new Normal(0, 1);
    }

    /// The z-score of `x`: its distance from the mean in standard deviations, with its sign.
    public double standardise(double x) {
        return LocationScale.standardise(x, mean, standardDeviation);
    }

    @Override
    public double logDensity(double x) {
        double z = standardise(x);
        return -0.5 * z * z - StrictMath.log(standardDeviation) - HALF_LOG_TWO_PI;
    }

    @Override
    public double cdf(double x) {
        return ErrorFunction.complement(-standardise(x) / ROOT_TWO) / 2;
    }

    @Override
    public double logCdf(double x) {
        return logUpperTail(-standardise(x));
    }

    @Override
    public double survival(double x) {
        return ErrorFunction.complement(standardise(x) / ROOT_TWO) / 2;
    }

    @Override
    public double logSurvival(double x) {
        return logUpperTail(standardise(x));
    }

    private static double logUpperTail(double z) {
        return z < 0
                ? StrictMath.log1p(-ErrorFunction.complement(-z / ROOT_TWO) / 2)
                : StrictMath.log(ErrorFunction.scaledComplement(z / ROOT_TWO) / 2) - 0.5 * z * z;
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        return LocationScale.locate(Probit.of(p), mean, standardDeviation);
    }

    @Override
    public double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        return LocationScale.locate(-Probit.of(p), mean, standardDeviation);
    }

    @Override
    public double sample(Rng rng) {
        return LocationScale.locate(rng.gaussian(), mean, standardDeviation);
    }

    @Override
    public double variance() {
        return standardDeviation * standardDeviation;
    }

    @Override
    public Interval support() {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
