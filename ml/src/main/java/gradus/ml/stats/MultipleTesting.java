package gradus.ml.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// P-values of several tests, made larger for there being several: the best of twenty is below 0.05 more
/// often than not when nothing is behind any.
///
/// Each method takes the p-values of m tests, shape `(m)`, and returns adjusted ones in the same order, to
/// be compared with the level as if there had been one test. A p-value out of the range from 0 to 1 is
/// refused with an `IllegalArgumentException`. O(m log m).
public final class MultipleTesting {

    private MultipleTesting() {}

    /// Each times m. If nothing is behind any, the probability that even one falls below the level is at
    /// most the level, however the tests depend on each other.
    ///
    /// Source: O. J. Dunn, Multiple Comparisons among Means, J. Am. Stat. Assoc. 56 (1961).
    public static double[] bonferroni(double... pValues) {
        requirePValues(pValues);
        return Arrays.stream(pValues)
                .map(value -> Math.min(1, value * pValues.length))
                .toArray();
    }

    /// The least times m, the next times m − 1, and so on, but none below the one before. It promises the
    /// same as [#bonferroni] and is never larger.
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

    /// The largest times m/m, the one before times m/(m − 1), and so on, but none above the one after. Of
    /// those that are called real, a share of at most the level is false on average (the false discovery
    /// rate), if the tests are independent. That is less than [#holm] promises, and finds more.
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
