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
        Interval support = support();
        if (p == 0 || p == 1) {
            return p == 0 ? support.low() : support.high();
        }
        return p <= 0.5
                ? Bisection.smallestDouble(support, x -> cdf(x) >= p)
                : Bisection.smallestDouble(support, x -> survival(x) <= 1 - p);
    }
}
