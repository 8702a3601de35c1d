package gradus.ml.stats;

import gradus.ml.numbers.BetaFunction;
import gradus.ml.numbers.Rng;

/// Student's t distribution: the distribution of the t statistic of a normal sample, the error of its mean
/// divided by the standard error estimated from the same sample. Its tails are heavier than those of
/// [Normal], which it approaches as the degrees of freedom increase.
///
/// The cdf is as accurate as [BetaFunction#lowerIncomplete] and costs as much.
///
/// Source: Student (W. S. Gosset), The Probable Error of a Mean, Biometrika 6 (1908).
///
/// @param degreesOfFreedom > 0; need not be an integer
public record StudentT(double degreesOfFreedom) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if `degreesOfFreedom` is out of range
    public StudentT {
        Require.positive("the number of degrees of freedom of a t distribution", degreesOfFreedom);
    }

    @Override
    public double logDensity(double x) {
        double ratio = x / Math.sqrt(degreesOfFreedom);
        double log =
                Math.abs(ratio) < 1 ? StrictMath.log1p(ratio * ratio) : 2 * StrictMath.log(StrictMath.hypot(1, ratio));
        return -(degreesOfFreedom + 1) / 2 * log
                - 0.5 * StrictMath.log(degreesOfFreedom)
                - BetaFunction.log(0.5, degreesOfFreedom / 2);
    }

    @Override
    public double cdf(double x) {
        return survival(-x);
    }

    @Override
    public double survival(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double square = x * x / degreesOfFreedom;
        // Two formulas for the same tail; the one with the argument below 1/2 is accurate.
        double tail = square < 1
                ? BetaFunction.upperIncomplete(0.5, degreesOfFreedom / 2, square / (1 + square)) / 2
                : BetaFunction.lowerIncomplete(degreesOfFreedom / 2, 0.5, 1 / (1 + square)) / 2;
        return x > 0 ? tail : 1 - tail;
    }

    /// {@inheritDoc}
    ///
    /// Implementation note: by bisection of the upper tail; the distribution is symmetric.
    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        double tail = Math.min(p, 1 - p);
        if (tail == 0.5) {
            return 0;
        }
        double magnitude = tail == 0
                ? Double.POSITIVE_INFINITY
                : Bisection.smallestDouble(new Interval(0, Double.POSITIVE_INFINITY), x -> survival(x) <= tail);
        return p < 0.5 ? -magnitude : magnitude;
    }

    @Override
    public double sample(Rng rng) {
        double normal = rng.gaussian();
        return normal / Math.sqrt(new ChiSquared(degreesOfFreedom).sample(rng) / degreesOfFreedom);
    }

    /// 0 for more than one degree of freedom; otherwise there is no mean, and the result is NaN.
    @Override
    public double mean() {
        return degreesOfFreedom > 1 ? 0 : Double.NaN;
    }

    /// Infinite for up to two degrees of freedom; NaN for up to one.
    @Override
    public double variance() {
        if (degreesOfFreedom > 2) {
            return degreesOfFreedom / (degreesOfFreedom - 2);
        }
        return degreesOfFreedom > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    @Override
    public Interval support() {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
