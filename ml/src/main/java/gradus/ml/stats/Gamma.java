package gradus.ml.stats;

import gradus.ml.numbers.IncompleteGamma;
import gradus.ml.numbers.LogPmf;
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
        // Includes x > 0 so small that rate·x underflows: the formula below can't distinguish it from 0.
        if (rate * x == 0) {
            return shape == 1 ? StrictMath.log(rate) : shape < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return LogPmf.poisson(shape, rate * x) + StrictMath.log(shape) - StrictMath.log(x);
    }

    @Override
    public double cdf(double x) {
        return Double.isNaN(x) ? x : IncompleteGamma.lower(shape, rate * Math.max(0, x));
    }

    @Override
    public double survival(double x) {
        return Double.isNaN(x) ? x : IncompleteGamma.upper(shape, rate * Math.max(0, x));
    }

    @Override
    public double sample(Rng rng) {
        return StrictMath.exp(logSample(rng)) / rate;
    }

    /// The logarithm of a draw with rate 1: for a small shape, the draw itself often underflows.
    ///
    /// Rejection sampling: proposes the cube of a shifted normal number and rejects few.
    ///
    /// Source: G. Marsaglia and W. W. Tsang, A Simple Method for Generating Gamma Variables, ACM Trans. Math.
    /// Softw. 26 (2000), 363–372.
    double logSample(Rng rng) {
        if (shape < 1) {
            return new Gamma(shape + 1, 1).logSample(rng) + StrictMath.log1p(-rng.nextDouble()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = rng.gaussian();
            double root = 1 + c * z;
            if (root > 0) {
                double logCube = 3 * StrictMath.log(root);
                double bound = z * z / 2 + d * (1 - StrictMath.exp(logCube) + logCube);
                if (StrictMath.log1p(-rng.nextDouble()) < bound) {
                    return StrictMath.log(d) + logCube;
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
        return shape / (rate * rate);
    }

    @Override
    public Interval support() {
        return new Interval(0, Double.POSITIVE_INFINITY);
    }
}
