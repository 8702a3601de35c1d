package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// A probability distribution of a real random variable: density, cumulative distribution function (cdf),
/// quantiles, moments and random samples.
///
/// A distribution is an immutable value: two with the same parameters are equal. Randomness comes from the
/// [Rng] that is passed in. Constructors throw an `IllegalArgumentException` if a parameter is out of range.
///
/// For an argument `x` that is NaN, the result is NaN. A probability outside 0 to 1 throws an
/// `IllegalArgumentException`. One evaluation costs O(1) unless stated otherwise.
///
/// One test class, `DistributionsTest`, checks every implementation against this contract.
public sealed interface Distribution permits ContinuousDistribution, DiscreteDistribution {

    /// The natural logarithm of [#density]: minus infinity where the density is 0. It is accurate even in the
    /// far tails, where the density itself underflows. SciPy: `logpdf` and `logpmf`.
    double logDensity(double x);

    /// Probability density at `x` if the distribution is continuous (it can exceed 1), probability mass of
    /// `x` if it is discrete. SciPy: `pdf` and `pmf`.
    default double density(double x) {
        return StrictMath.exp(logDensity(x));
    }

    /// The cumulative distribution function: the probability of a draw of at most `x`.
    double cdf(double x);

    /// The natural logarithm of [#cdf], accurate also where that underflows or is close to 1. SciPy:
    /// `logcdf`.
    default double logCdf(double x) {
        double upper = survival(x);
        return upper < 0.5 ? StrictMath.log1p(-upper) : StrictMath.log(cdf(x));
    }

    /// The survival function: the probability of a draw above `x`, `1 − cdf(x)`, accurate also where it is
    /// small. SciPy: `sf`.
    double survival(double x);

    /// The natural logarithm of [#survival], accurate also where that underflows or is close to 1. SciPy:
    /// `logsf`.
    default double logSurvival(double x) {
        double lower = cdf(x);
        return lower < 0.5 ? StrictMath.log1p(-lower) : StrictMath.log(survival(x));
    }

    /// The quantile function, or inverse cdf: the smallest x of the [#support] with `cdf(x) ≥ p`; for p above
    /// 1/2, with `survival(x) ≤ 1 − p`. SciPy: `ppf`.
    ///
    /// @param p from 0 (the lower end of the support) to 1 (its upper end)
    /// @throws IllegalArgumentException if `p` is not between 0 and 1
    double quantile(double p);

    /// The inverse survival function: the smallest x of the [#support] with `survival(x) ≤ p`; for p above
    /// 1/2, with `cdf(x) ≥ 1 − p`. It is `quantile(1 − p)`, but keeps the digits of a small p: no `double`
    /// lies between 1 − 1e-16 and 1. SciPy: `isf`.
    ///
    /// @param p from 0 (the upper end of the support) to 1 (its lower end)
    /// @throws IllegalArgumentException if `p` is not between 0 and 1
    double inverseSurvival(double p);

    /// A random draw.
    double sample(Rng rng);

    /// `count` independent draws.
    ///
    /// @throws IllegalArgumentException if `count` is negative
    default double[] sample(int count, Rng rng) {
        Require.atLeast("the number of draws", count, 0);
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) {
            draws[i] = sample(rng);
        }
        return draws;
    }

    /// The mean (expected value); NaN if there is none.
    double mean();

    /// The variance: the expected squared distance from the mean. It may be infinite; NaN if there is no
    /// mean.
    double variance();

    /// The standard deviation: the square root of [#variance], in the unit of the draws.
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /// The support: the smallest interval that has probability 1.
    Interval support();
}
