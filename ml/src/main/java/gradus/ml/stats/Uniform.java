package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// The continuous uniform distribution: the probability of a subinterval is proportional to its length.
///
/// @param low the lower end, finite
/// @param high the upper end, finite and above `low`
public record Uniform(double low, double high) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if a parameter is out of range, or `high − low` overflows
    public Uniform {
        Require.finite("the lower end of a uniform distribution", low);
        Require.finite("the upper end of a uniform distribution", high);
        if (!(low < high) || high - low == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("the lower end of a uniform distribution must be below its upper end,"
                    + " and their distance finite, got " + low + " and " + high);
        }
    }

    @Override
    public double logDensity(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        return x < low || x > high ? Double.NEGATIVE_INFINITY : -StrictMath.log(high - low);
    }

    @Override
    public double cdf(double x) {
        return Math.clamp((x - low) / (high - low), 0.0, 1.0);
    }

    @Override
    public double survival(double x) {
        return Math.clamp((high - x) / (high - low), 0.0, 1.0);
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        // Rounding must not move the result outside the interval.
        return Math.min(high, low + p * (high - low));
    }

    @Override
    public double sample(Rng rng) {
        return quantile(rng.nextDouble());
    }

    @Override
    public double mean() {
        return low + (high - low) / 2;
    }

    @Override
    public double variance() {
        return (high - low) * (high - low) / 12;
    }

    @Override
    public Interval support() {
        return new Interval(low, high);
    }
}
