package gradus.ml.stats;

/// A distribution in which no single number has a probability of its own; the area under the density has.
public sealed interface ContinuousDistribution extends Distribution
        permits Normal, Uniform, Exponential, Laplace, Gamma, Beta, StudentT, ChiSquared {

    /// {@inheritDoc}
    ///
    /// Implementation note: where there is no formula, the place is found by bisection, to the last digit.
    @Override
    default double quantile(double p) {
        Require.probability("the p of a quantile", p);
        Interval support = support();
        if (p == 0 || p == 1) {
            return p == 0 ? support.low() : support.high();
        }
        return p <= 0.5
                ? Bisection.smallestDouble(support, x -> cdf(x) >= p)
                : Bisection.smallestDouble(support, x -> survival(x) <= 1 - p);
    }
}
