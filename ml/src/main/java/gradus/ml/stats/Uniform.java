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
    public double logCdf(double x) {
        return logOfFraction(x - low, high - x);
    }

    @Override
    public double survival(double x) {
        return Math.clamp((high - x) / (high - low), 0.0, 1.0);
    }

    @Override
    public double logSurvival(double x) {
        return logOfFraction(high - x, x - low);
    }

    /// The logarithm of the fraction of the interval that this part is, where `rest` is the other part.
    private double logOfFraction(double part, double rest) {
        double width = high - low;
        if (part <= 0 || rest <= 0) {
            return part <= 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        // As a difference, because the fraction may underflow.
        return part < rest ? StrictMath.log(part) - StrictMath.log(width) : StrictMath.log1p(-rest / width);
    }

    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        return p <= 0.5 ? fromLow(p) : fromHigh(1 - p);
    }

    @Override
    public double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        return p < 0.5 ? fromHigh(p) : fromLow(1 - p);
    }

    private double fromLow(double p) {
        return Math.min(high, Math.fma(p, high - low, low));
    }

    /// Not below the median, so that rounding leaves the quantiles in order where the halves meet.
    private double fromHigh(double p) {
        return Math.max(fromLow(0.5), Math.fma(-p, high - low, high));
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
        return (high - low) / 12 * (high - low);
    }

    @Override
    public double standardDeviation() {
        return (high - low) / Math.sqrt(12);
    }

    @Override
    public Interval support() {
        return new Interval(low, high);
    }
}
