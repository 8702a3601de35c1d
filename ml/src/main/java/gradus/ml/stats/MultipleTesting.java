package gradus.ml.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusted p-values for multiple testing. Without adjustment, the smallest of 20 p-values is below 0.05 more
/// often than not, even if all null hypotheses are true.
///
/// Each method takes the p-values of m tests, shape `(m)`, and returns adjusted ones in the same order.
/// Compare them with the significance level as if there had been one test. A p-value outside 0 to 1 throws an
/// `IllegalArgumentException`. O(m log m).
public final class MultipleTesting {

    private MultipleTesting() {}

    /// Bonferroni correction: each p-value times m, at most 1. If all null hypotheses are true, the
    /// probability of any false positive (*family-wise error rate*) is at most the level, however the tests
    /// depend on each other.
    ///
    /// Source: O. J. Dunn, Multiple Comparisons among Means, J. Am. Stat. Assoc. 56 (1961).
    public static double[] bonferroni(double... pValues) {
        requirePValues(pValues);
        return Arrays.stream(pValues)
                .map(value -> Math.min(1, value * pValues.length))
                .toArray();
    }

    /// Holm's step-down method: the smallest p-value times m, the next times m − 1, and so on, none below the
    /// one before. It controls the family-wise error rate like [#bonferroni], and its values are never
    /// larger.
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

    /// Benjamini–Hochberg step-up method: the largest p-value times m/m, the one before times m/(m − 1), and
    /// so on, none above the one after. It controls the *false discovery rate*: if the tests are independent,
    /// the expected fraction of discoveries (rejected null hypotheses) that are false is at most the level.
    /// That is a weaker guarantee than that of [#holm], and finds more.
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
