package gradus.ml.stats;

import gradus.ml.numbers.BetaFunction;
import gradus.ml.numbers.LogPmf;
import gradus.ml.numbers.Rng;
import gradus.ml.numbers.Sigmoid;

/// The beta distribution, on the interval from 0 to 1: the usual prior of an unknown probability.
///
/// The cdf is as accurate as [BetaFunction#lowerIncomplete] and costs as much.
///
/// Source: N. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate Distributions* 2 (1995), chapter
/// 25.
///
/// @param a the first shape parameter (α), > 0; increasing it moves probability towards 1
/// @param b the second shape parameter (β), > 0; increasing it moves probability towards 0
public record Beta(double a, double b) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if a parameter is out of range
    public Beta {
        Require.positive("the first parameter of a beta distribution", a);
        Require.positive("the second parameter of a beta distribution", b);
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x > 1) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0 || x == 1) {
            double near = x == 0 ? a : b;
            double far = x == 0 ? b : a;
            return near == 1 ? StrictMath.log(far) : near < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        // ln(a·b / (a + b)), computed without overflow.
        double small = Math.min(a, b);
        double logWeight = StrictMath.log(small) - StrictMath.log1p(small / Math.max(a, b));
        return LogPmf.binomial(a, b, x, 1 - x) + logWeight - StrictMath.log(x) - StrictMath.log1p(-x);
    }

    @Override
    public double cdf(double x) {
        return Double.isNaN(x) ? x : BetaFunction.lowerIncomplete(a, b, Math.clamp(x, 0.0, 1.0));
    }

    @Override
    public double survival(double x) {
        return Double.isNaN(x) ? x : BetaFunction.upperIncomplete(a, b, Math.clamp(x, 0.0, 1.0));
    }

    /// {@inheritDoc}
    ///
    /// The draw is `x / (x + y)`, for gamma variables x of shape `a` and y of shape `b`. It is computed from
    /// their logarithms, because both may underflow if `a` and `b` are small.
    @Override
    public double sample(Rng rng) {
        return Sigmoid.of(new Gamma(a, 1).logSample(rng) - new Gamma(b, 1).logSample(rng));
    }

    @Override
    public double mean() {
        return a / (a + b);
    }

    @Override
    public double variance() {
        return mean() * (b / (a + b)) / (a + b + 1);
    }

    @Override
    public Interval support() {
        return new Interval(0, 1);
    }
}
