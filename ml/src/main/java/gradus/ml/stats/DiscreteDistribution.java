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
        if (p > 0.5) {
            return inverseSurvival(1 - p);
        }
        return p == 0 ? support().low() : Bisection.smallestInteger(support(), x -> cdf(x) >= p);
    }

    /// {@inheritDoc}
    ///
    /// Implementation note: found by bisection of the survival function, so that it agrees with it exactly.
    @Override
    default double inverseSurvival(double p) {
        Require.probability("the probability p of a quantile", p);
        if (p >= 0.5) {
            return quantile(1 - p);
        }
        return p == 0 ? support().high() : Bisection.smallestInteger(support(), x -> survival(x) <= p);
    }
}
