package gradus.ml.stats;

/// McNemar's test of two classifiers on the same examples: whether one is right more often than the other
/// by more than chance. What both get right, and what both get wrong, says nothing; of the others, each is
/// a coin toss if the two are equally good.
///
/// Source: Q. McNemar, Note on the Sampling Error of the Difference between Correlated Proportions or
/// Percentages, Psychometrika 12 (1947). The p-value here is the exact one, of the binomial distribution.
public final class McNemarTest {

    private McNemarTest() {}

    /// The test, two-sided. Its statistic is how many more examples the first alone has right than the
    /// second alone. O(n).
    ///
    /// @param first for each example, whether the first classifier was right, shape `(n)`
    /// @param second the same of the second, shape `(n)`
    /// @return a p-value of 1 if they are right on the same examples
    /// @throws IllegalArgumentException if they differ in length
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
