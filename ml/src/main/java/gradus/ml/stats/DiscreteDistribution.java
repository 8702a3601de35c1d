package gradus.ml.stats;

/// A discrete distribution over integers. Between integers, the density is 0 and the [#cdf] is constant; it
/// jumps at integers.
public sealed interface DiscreteDistribution extends Distribution permits Bernoulli, Binomial, Poisson, Categorical {

    /// {@inheritDoc}
    ///
    /// Implementation note: found by bisection of the cdf, so that it agrees with it exactly.
    @Override
    default double quantile(double p) {
        Require.probability("the probability p of a quantile", p);
        Interval support = support();
        if (p == 0 || p == 1) {
            return p == 0 ? support.low() : support.high();
        }
        return p <= 0.5
                ? Bisection.smallestInteger(support, x -> cdf(x) >= p)
                : Bisection.smallestInteger(support, x -> survival(x) <= 1 - p);
    }
}
