package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// The Bernoulli distribution: a single trial, 1 for success and 0 for failure.
///
/// Source: J. Bernoulli, *Ars Conjectandi* (1713).
///
/// @param probability success probability, from 0 to 1
public record Bernoulli(double probability) implements DiscreteDistribution {

    /// @throws IllegalArgumentException if the probability is out of range
    public Bernoulli {
        Require.probability("the probability of a Bernoulli distribution", probability);
    }

    @Override
    public double logDensity(double x) {
        if (x == 1) {
            return StrictMath.log(probability);
        }
        return x == 0 ? StrictMath.log1p(-probability) : Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : x < 1 ? 1 - probability : Double.isNaN(x) ? x : 1;
    }

    @Override
    public double survival(double x) {
        return x < 0 ? 1 : x < 1 ? probability : Double.isNaN(x) ? x : 0;
    }

    @Override
    public double sample(Rng rng) {
        return rng.nextDouble() < probability ? 1 : 0;
    }

    @Override
    public double mean() {
        return probability;
    }

    @Override
    public double variance() {
        return probability * (1 - probability);
    }

    @Override
    public Interval support() {
        return new Interval(probability == 1 ? 1 : 0, probability == 0 ? 0 : 1);
    }
}
