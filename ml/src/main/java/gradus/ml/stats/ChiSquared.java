package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// The chi-squared distribution: of the sum of the squares of `degreesOfFreedom` independent standard normal
/// numbers. It is the [Gamma] distribution of shape `degreesOfFreedom / 2` and rate 1/2.
///
/// Source: K. Pearson, On the Criterion That a Given System of Deviations …, Philosophical Magazine 50
/// (1900).
///
/// @param degreesOfFreedom the degrees of freedom, above 0; they need not be whole
public record ChiSquared(double degreesOfFreedom) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if the degrees are out of range
    public ChiSquared {
        Require.positive("the number of degrees of freedom of a chi-squared distribution", degreesOfFreedom);
    }

    private Gamma gamma() {
        return new Gamma(degreesOfFreedom / 2, 0.5);
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
    public double survival(double x) {
        return gamma().survival(x);
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
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
