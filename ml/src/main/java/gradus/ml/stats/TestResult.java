package gradus.ml.stats;

/// The result of a hypothesis test.
///
/// @param statistic the test statistic: how far the data are from what the null hypothesis predicts; its
///     definition depends on the test
/// @param pValue the probability of data at least as extreme, *if the null hypothesis is true*; not the
///     probability that the null hypothesis is true
public record TestResult(double statistic, double pValue) {

    /// @throws IllegalArgumentException if the statistic is NaN, or the p-value is not between 0 and 1
    public TestResult {
        if (Double.isNaN(statistic)) {
            throw new IllegalArgumentException("a test statistic must be a number, got NaN");
        }
        Require.probability("a p-value", pValue);
    }
}
