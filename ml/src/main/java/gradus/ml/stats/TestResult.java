package gradus.ml.stats;

/// What a test of a hypothesis comes to.
///
/// @param statistic how far the data are from what the hypothesis leads one to expect, in the test's own
///     measure
/// @param pValue how likely data are that are at least as far from it, *if the hypothesis is true*. That is
///     not the probability of the hypothesis.
public record TestResult(double statistic, double pValue) {}
