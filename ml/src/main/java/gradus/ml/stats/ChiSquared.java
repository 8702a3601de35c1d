package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// The chi-squared distribution: the sum of the squares of `degreesOfFreedom` independent standard normal
/// variables. It is the [Gamma] distribution with shape `degreesOfFreedom / 2` and rate 1/2.
///
/// Source: K. Pearson, On the Criterion That a Given System of Deviations …, Philosophical Magazine 50
/// (1900).
///
/// @param degreesOfFreedom > 0; need not be an integer
public record ChiSquared(double degreesOfFreedom) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if `degreesOfFreedom` is out of range
    public ChiSquared {
        Require.positive("the number of degrees of freedom of a chi-squared distribution", degreesOfFreedom);
    }

    private Gamma gamma() {
        return new Gamma(Math.max(Double.MIN_VALUE, degreesOfFreedom / 2), 0.5);
    }

    @Override
    public double logDensity(double x) {
        return gamma().logDensity(x);
    }

    @Override
    public double cdf(double x) {
        return gamma().cdf(x);
    }

    @Override
    public double logCdf(double x) {
        return gamma().logCdf(x);
    }

    @Override
    public double survival(double x) {
        return gamma().survival(x);
    }

    @Override
    public double logSurvival(double x) {
        return gamma().logSurvival(x);
    }

    @Override
    public double sample(Rng rng) {
        return gamma().sample(rng);
    }

    @Override
    public double mean() {
        return degreesOfFreedom;
    }

    @Override
    public double variance() {
        return 2 * degreesOfFreedom;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(2) * Math.sqrt(degreesOfFreedom);
    }

    @Override
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
