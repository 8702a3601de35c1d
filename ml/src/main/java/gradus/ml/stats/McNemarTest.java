package gradus.ml.stats;

/// McNemar's test: compares two classifiers on the same examples. Examples that both get right, or both get
/// wrong, carry no information. If the classifiers are equally good, each of the others is a fair coin toss.
///
/// The p-value is exact, from the binomial distribution, instead of McNemar's chi-squared approximation.
///
/// Source: Q. McNemar, Note on the Sampling Error of the Difference between Correlated Proportions or
/// Percentages, Psychometrika 12 (1947).
public final class McNemarTest {

    private McNemarTest() {}

    /// The two-sided test. Its statistic is the number of examples that only the first classifier gets right,
    /// minus the number that only the second gets right. O(n).
    ///
    /// @param first whether the first classifier is right, for each example, shape `(n)`
    /// @param second whether the second classifier is right, for each example, shape `(n)`
    /// @return a p-value of 1 if both are right on the same examples
    /// @throws IllegalArgumentException if the lengths differ
    public static TestResult test(boolean[] first, boolean[] second) {
        Require.sameLength("McNemar's test", first.length, second.length);
        int onlyFirstCorrect = 0;
        int onlySecondCorrect = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] && !second[i]) {
                onlyFirstCorrect++;
            } else if (second[i] && !first[i]) {
                onlySecondCorrect++;
            }
        }
        double oneSide = new Binomial(onlyFirstCorrect + onlySecondCorrect, 0.5)
                .cdf(Math.min(onlyFirstCorrect, onlySecondCorrect));
        return new TestResult(onlyFirstCorrect - onlySecondCorrect, Math.min(1, 2 * oneSide));
    }
}
