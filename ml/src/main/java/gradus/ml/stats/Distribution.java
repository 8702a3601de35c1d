package gradus.ml.stats;

import gradus.ml.numbers.Rng;

/// How chance spreads over the real numbers: what is likely, what lies below a place, what a draw may be.
///
/// A distribution is a value: it never changes, two with the same parameters are equal, and chance comes
/// from the [Rng] that is handed in. Parameters out of range are refused when it is made.
///
/// Where an argument `x` is NaN, the result is NaN. A probability out of the range from 0 to 1 is refused
/// with an `IllegalArgumentException`. One evaluation costs O(1) unless said otherwise.
///
/// What all of them promise is one test over the whole family.
public sealed interface Distribution permits ContinuousDistribution, DiscreteDistribution {

    /// The natural logarithm of [#density]: minus infinity where that is 0. It keeps its digits far out,
    /// where the density itself is too small for a `double`.
    double logDensity(double x);

    /// How dense probability lies at `x`: per unit of x if the distribution is continuous (that may be more
    /// than 1), and the probability of `x` itself if it is discrete.
    default double density(double x) {
        return Math.exp(logDensity(x));
    }

    /// The probability of a draw of `x` or less.
    double cdf(double x);

    /// The probability of a draw above `x`: `1 − cdf(x)`, with its digits where that is small.
    double survival(double x);

    /// The least x of the [#support] with `cdf(x) ≥ p`; for p above 1/2, with `survival(x) ≤ 1 − p`.
    ///
    /// @param p from 0, where it is the lower end of the support, to 1, where it is the upper end
    double quantile(double p);

    /// One draw.
    double sample(Rng rng);

    /// `count` independent draws.
    default double[] sample(int count, Rng rng) {
        Require.atLeast("the number of draws", count, 0);
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) {
            draws[i] = sample(rng);
        }
        return draws;
    }

    /// The mean; NaN if there is none.
    double mean();

    /// The variance: the mean squared distance from the mean. It may be infinite; NaN if there is no mean.
    double variance();

    /// The root of [#variance], in the unit of the draws.
    default double standardDeviation() {
        return Math.sqrt(variance());
    }

    /// Where draws can fall: the least interval that has all probability.
    Interval support();
}
