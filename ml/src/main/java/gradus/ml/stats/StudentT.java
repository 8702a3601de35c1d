package gradus.ml.stats;

import gradus.ml.numbers.BetaFunction;
import gradus.ml.numbers.GammaFunction;
import gradus.ml.numbers.LogPmf;
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

    private static final double LOG_TWO = StrictMath.log(2);
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    /// Beyond this multiple of `√degreesOfFreedom`, the tail is a power of x.
    private static final double FAR = 1e9;

    /// @throws IllegalArgumentException if `degreesOfFreedom` is out of range
    public StudentT {
        Require.positive("the number of degrees of freedom of a t distribution", degreesOfFreedom);
    }

    /// Half the degrees of freedom, as parameter of a beta distribution.
    private double half() {
        return Math.max(Double.MIN_VALUE, degreesOfFreedom / 2);
    }

    @Override
    public double logDensity(double x) {
        double ratio = Math.abs(x) / Math.sqrt(degreesOfFreedom);
        double log = ratio > FAR
                ? 2 * StrictMath.log(Math.abs(x)) - StrictMath.log(degreesOfFreedom)
                : ratio < 1 ? StrictMath.log1p(ratio * ratio) : 2 * StrictMath.log(StrictMath.hypot(1, ratio));
        // The gamma functions of the two shapes by Stirling's formula, whose large terms cancel.
        double a = half();
        return GammaFunction.stirlingError(a + 0.5)
                - GammaFunction.stirlingError(a)
                - LogPmf.deviance(a, a + 0.5, 0.5)
                - HALF_LOG_TWO_PI
                - (a + 0.5) * log;
    }

    @Override
    public double cdf(double x) {
        return survival(-x);
    }

    @Override
    public double logCdf(double x) {
        return logSurvival(-x);
    }

    @Override
    public double survival(double x) {
        return x < 0 ? 1 - survival(-x) : StrictMath.exp(logBothTails(x)) / 2;
    }

    @Override
    public double logSurvival(double x) {
        return x < 0 ? StrictMath.log1p(-survival(-x)) : logBothTails(x) - LOG_TWO;
    }

    /// The probability of a draw at least as far from 0 as x, for x ≥ 0: a tail of a beta distribution.
    private double logBothTails(double x) {
        double ratio = x / Math.sqrt(degreesOfFreedom);
        if (ratio > FAR) {
            double logPower = degreesOfFreedom * (0.5 * StrictMath.log(degreesOfFreedom) - StrictMath.log(x));
            return Math.min(0, logPower - logScaled());
        }
        double square = ratio * ratio;
        return Double.isNaN(x)
                ? x
                : BetaFunction.logLowerIncomplete(half(), 0.5, 1 / (1 + square), square / (1 + square));
    }

    /// The logarithm of `a·B(a, 1/2)`, with `a` half the degrees of freedom. For small `a`, it is near 0.
    private double logScaled() {
        double a = half();
        return a < 1
                ? GammaFunction.log1p(a) - (GammaFunction.log(a + 0.5) - GammaFunction.log(0.5))
                : StrictMath.log(a) + BetaFunction.log(a, 0.5);
    }

    /// The probability of a draw between 0 and x, for x ≥ 0.
    private double central(double x) {
        double ratio = x / Math.sqrt(degreesOfFreedom);
        if (ratio > FAR) {
            return -StrictMath.expm1(logBothTails(x)) / 2;
        }
        double square = ratio * ratio;
        return StrictMath.exp(BetaFunction.logLowerIncomplete(0.5, half(), square / (1 + square), 1 / (1 + square)))
                / 2;
    }

    /// {@inheritDoc}
    ///
    /// Implementation note: by bisection of the upper tail, or, near the median, of the probability between
    /// it and the quantile; the distribution is symmetric.
    @Override
    public double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        return p == 0.5 ? 0 : Math.copySign(magnitudeOfQuantile(p), p - 0.5);
    }

    private double magnitudeOfQuantile(double p) {
        double tail = Math.min(p, 1 - p);
        double middle = Math.abs(p - 0.5);
        if (tail == 0) {
            return Double.POSITIVE_INFINITY;
        }
        var positive = new Interval(0, Double.POSITIVE_INFINITY);
        return middle < 0.25
                ? Bisection.smallestDouble(positive, x -> central(x) >= middle)
                : Bisection.smallestDouble(positive, x -> survival(x) <= tail);
    }

    @Override
    public double inverseSurvival(double p) {
        return 0.0 - quantile(p);
    }

    /// {@inheritDoc}
    ///
    /// For few degrees of freedom, the denominator may underflow; it is computed from its logarithm.
    @Override
    public double sample(Rng rng) {
        double normal = rng.gaussian();
        double a = half();
        return normal == 0 ? 0 : normal * StrictMath.exp((StrictMath.log(a) - new Gamma(a, 1).logSample(rng)) / 2);
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
