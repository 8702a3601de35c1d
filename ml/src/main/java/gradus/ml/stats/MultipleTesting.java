package gradus.ml.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusted p-values for multiple testing. Without adjustment, the smallest of 20 independent p-values is
/// below 0.05 with probability 64 %, even if all null hypotheses are true.
///
/// Each method takes the p-values of m tests, shape `(m)`, and returns the adjusted p-values in the same
/// order. Reject the null hypotheses whose adjusted p-value is at most the significance level. A p-value
/// outside 0 to 1 throws an `IllegalArgumentException`. O(m log m).
public final class MultipleTesting {

    private MultipleTesting() {}

    /// Bonferroni correction: each p-value times m, at most 1. It controls the *family-wise error rate*: the
    /// probability of at least one false positive is at most the significance level, whichever null
    /// hypotheses are true, and under any dependence between the tests.
    ///
    /// Source: O. J. Dunn, Multiple Comparisons among Means, J. Am. Stat. Assoc. 56 (1961).
    public static double[] bonferroni(double... pValues) {
        requirePValues(pValues);
        return Arrays.stream(pValues)
                .map(value -> Math.min(1, value * pValues.length))
                .toArray();
    }

    /// Holm's step-down method: the i-th smallest p-value times m + 1 − i, at most 1, and then the cumulative
    /// maximum in ascending order, so that the order is preserved. It controls the family-wise error rate
    /// under the same conditions as [#bonferroni], and its adjusted p-values are never larger.
    ///
    /// Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Stat. 6 (1979).
    public static double[] holm(double... pValues) {
        int[] order = argsort(pValues);
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, pValues[order[i]] * (order.length - i)));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /// Benjamini–Hochberg step-up method: the i-th smallest p-value times m/i, and then the cumulative
    /// minimum in descending order, so that the order is preserved. It controls the *false discovery rate*:
    /// if the tests are independent, the expected fraction of false positives among the rejected null
    /// hypotheses is at most the significance level. This guarantee is weaker than that of [#holm], and the
    /// power is higher.
    ///
    /// Source: Y. Benjamini and Y. Hochberg, Controlling the False Discovery Rate, J. R. Stat. Soc. B 57
    /// (1995).
    public static double[] benjaminiHochberg(double... pValues) {
        int[] order = argsort(pValues);
        double[] adjusted = new double[pValues.length];
        double smallest = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, pValues[order[i]] * ((double) order.length / (i + 1)));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static int[] argsort(double[] pValues) {
        requirePValues(pValues);
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void requirePValues(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            Require.probability("p-value " + i, pValues[i]);
        }
    }
}
