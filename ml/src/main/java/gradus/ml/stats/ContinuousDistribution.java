package gradus.ml.stats;

/// A continuous distribution: single numbers have probability 0, intervals have the area under the density.
public sealed interface ContinuousDistribution extends Distribution
        permits Normal, Uniform, Exponential, Laplace, Gamma, Beta, StudentT, ChiSquared {

    /// {@inheritDoc}
    ///
    /// Implementation note: without a closed form, the quantile is found by bisection, and is exact for the
    /// computed cdf.
    @Override
    default double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        if (p > 0.5) {
            return inverseSurvival(1 - p);
        }
        return p == 0 ? support().low() : Bisection.smallestDouble(support(), x -> cdf(x) >= p);
    }

    /// {@inheritDoc}
    ///
    /// Implementation note: as for [#quantile], with the survival function.
    @Override
    default double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        if (p >= 0.5) {
            return quantile(1 - p);
        }
        return p == 0 ? support().high() : Bisection.smallestDouble(support(), x -> survival(x) <= p);
    }
}
