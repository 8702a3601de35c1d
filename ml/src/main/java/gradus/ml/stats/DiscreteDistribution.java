package gradus.ml.stats;

/// A distribution over whole numbers. Numbers between them have density 0; the [#cdf] jumps at whole
/// numbers and is level between them.
public sealed interface DiscreteDistribution extends Distribution permits Bernoulli, Binomial, Poisson, Categorical {

    /// {@inheritDoc}
    ///
    /// Implementation note: found by bisection, so that it fits the cdf exactly.
    @Override
    default double quantile(double p) {
        Require.probability("the p of a quantile", p);
        Interval support = support();
        if (p == 0 || p == 1) {
            return p == 0 ? support.low() : support.high();
        }
        return p <= 0.5
                ? Bisection.smallestInteger(support, x -> cdf(x) >= p)
                : Bisection.smallestInteger(support, x -> survival(x) <= 1 - p);
    }
}
