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
/// @param b the second shape parameter (β), > 0; increasing it moves probability towards 0; `a + b` must be
///     finite
public record Beta(double a, double b) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if a parameter is out of range
    public Beta {
        Require.positive("the first parameter of a beta distribution", a);
        Require.positive("the second parameter of a beta distribution", b);
        Require.positive("the sum of the parameters of a beta distribution", a + b);
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
        return StrictMath.exp(logCdf(x));
    }

    @Override
    public double logCdf(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double inside = Math.clamp(x, 0.0, 1.0);
        return BetaFunction.logLowerIncomplete(a, b, inside, 1 - inside);
    }

    @Override
    public double survival(double x) {
        return StrictMath.exp(logSurvival(x));
    }

    @Override
    public double logSurvival(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double inside = Math.clamp(x, 0.0, 1.0);
        return BetaFunction.logUpperIncomplete(a, b, inside, 1 - inside);
    }

    /// {@inheritDoc}
    ///
    /// The draw is `x / (x + y)`, for gamma variables x of shape `a` and y of shape `b`. If a shape is below
    /// 1, both may underflow, so it is computed from their logarithms.
    @Override
    public double sample(Rng rng) {
        if (a >= 1 && b >= 1) {
            double x = Gamma.draw(a, rng);
            double y = Gamma.draw(b, rng);
            double odds = y / x;
            return Double.isFinite(odds) ? 1 / (1 + odds) : x / y;
        }
        double small = Math.min(a, b);
        double logRatio =
                StrictMath.log(Gamma.draw(a < 1 ? a + 1 : a, rng)) - StrictMath.log(Gamma.draw(b < 1 ? b + 1 : b, rng));
        // The logarithms of the uniform factors of shapes below 1, divided by the shape only after subtraction.
        double forA = a < 1 ? StrictMath.log1p(-rng.nextDouble()) * (small / a) : 0;
        double forB = b < 1 ? StrictMath.log1p(-rng.nextDouble()) * (small / b) : 0;
        return Sigmoid.of(logRatio + (forA - forB) / small);
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
    public double standardDeviation() {
        return Math.sqrt(mean() * (b / (a + b))) / Math.sqrt(a + b + 1);
    }

    @Override
    public Interval support() {
        return new Interval(0, 1);
    }
}
