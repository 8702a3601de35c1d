package gradus.ml.stats;

import gradus.ml.numbers.GammaFunction;
import gradus.ml.numbers.IncompleteGamma;
import gradus.ml.numbers.LogPmf;
import gradus.ml.numbers.LogProbability;
import gradus.ml.numbers.Rng;

/// The gamma distribution. For an integer `shape` k, it is the distribution of the waiting time until the
/// k-th event, if events occur independently at a constant `rate` per unit of time.
///
/// SciPy takes the scale, `1 / rate`, instead of the rate. The cdf is as accurate as [IncompleteGamma] and
/// costs as much.
///
/// Source: N. Johnson, S. Kotz and N. Balakrishnan, *Continuous Univariate Distributions* 1 (1994), chapter
/// 17.
///
/// @param shape > 0
/// @param rate > 0
public record Gamma(double shape, double rate) implements ContinuousDistribution {

    /// @throws IllegalArgumentException if a parameter is out of range
    public Gamma {
        Require.positive("the shape of a gamma distribution", shape);
        Require.positive("the rate of a gamma distribution", rate);
    }

    @Override
    public double logDensity(double x) {
        if (x < 0 || x == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x == 0) {
            return shape == 1 ? StrictMath.log(rate) : shape < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double logTimesX = underflows(x) ? logPower(x) : LogPmf.poisson(shape, rate * x);
        return logTimesX + StrictMath.log(shape) - StrictMath.log(x);
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
        return underflows(x) ? logPower(x) : IncompleteGamma.logLower(shape, rate * Math.max(0, x));
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
        return underflows(x)
                ? LogProbability.complement(logPower(x))
                : IncompleteGamma.logUpper(shape, rate * Math.max(0, x));
    }

    /// Whether `rate·x` is too small for a `double`, though x is not 0.
    private boolean underflows(double x) {
        return x > 0 && rate * x < Double.MIN_NORMAL;
    }

    /// The logarithm of `(rate·x)^shape / Γ(shape + 1)`, to which the cdf tends at 0.
    private double logPower(double x) {
        return Math.min(0, shape * (StrictMath.log(rate) + StrictMath.log(x)) - GammaFunction.log1p(shape));
    }

    /// {@inheritDoc}
    ///
    /// If the shape is below 1, it is computed from its logarithm, because the draw with rate 1 may
    /// underflow.
    @Override
    public double sample(Rng rng) {
        return shape < 1 ? StrictMath.exp(logSample(rng) - StrictMath.log(rate)) : draw(shape, rng) / rate;
    }

    /// The logarithm of a draw with rate 1. If the shape is below 1, the draw is one with a shape larger by
    /// 1, times a uniform number to the power `1 / shape`.
    double logSample(Rng rng) {
        if (shape < 1) {
            // Finite, so that no difference of two is NaN.
            double logFactor = Math.max(-Double.MAX_VALUE, StrictMath.log1p(-rng.nextDouble()) / shape);
            return StrictMath.log(draw(shape + 1, rng)) + logFactor;
        }
        return StrictMath.log(draw(shape, rng));
    }

    /// A draw with rate 1 and a shape of at least 1.
    ///
    /// Rejection sampling: proposes the cube of a shifted normal number and rejects few. The cube is near 1
    /// if the shape is large, so its difference from 1 is computed without cancellation.
    ///
    /// Source: G. Marsaglia and W. W. Tsang, A Simple Method for Generating Gamma Variables, ACM Trans. Math.
    /// Softw. 26 (2000), 363–372.
    static double draw(double shape, Rng rng) {
        double d = shape - 1.0 / 3;
        double c = 1 / (3 * Math.sqrt(d));
        while (true) {
            double z = rng.gaussian();
            double shift = c * z;
            double root = 1 + shift;
            if (root > 0) {
                double cube = root * root * root;
                double excess = shift * (3 + shift * (3 + shift));
                double bound = z * z / 2 - d * LogPmf.deviance(1, cube, excess);
                if (StrictMath.log1p(-rng.nextDouble()) < bound) {
                    return d * cube;
                }
            }
        }
    }

    @Override
    public double mean() {
        return shape / rate;
    }

    @Override
    public double variance() {
        return shape / rate / rate;
    }

    @Override
    public double standardDeviation() {
        return Math.sqrt(shape) / rate;
    }

    @Override
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
