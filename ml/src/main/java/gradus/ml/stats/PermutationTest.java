package gradus.ml.stats;

import gradus.ml.numbers.Rng;
import java.util.function.ToDoubleBiFunction;

/// Whether two samples differ by more than chance. If they do not, it makes no difference which value
/// stands in which sample; so the values are dealt out anew many times, and what one has seen is compared
/// with what comes then.
///
/// P-values are two-sided. What one has seen counts as one of the deals, so that no p-value is 0: the least
/// is `1 / (permutations + 1)`.
///
/// Source: R. A. Fisher, *The Design of Experiments* (1935); B. Phipson and G. Smyth, Permutation P-values
/// Should Never Be Zero, Stat. Appl. Genet. Mol. Biol. 9 (2010).
///
/// @param permutations how often the values are dealt out, 1 or more; 10 000 for a p-value near 0.01
public record PermutationTest(int permutations) {

    /// A deal that differs from what was seen by rounding only is as extreme.
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /// @throws IllegalArgumentException if there are no rounds
    public PermutationTest {
        Require.atLeast("the number of rounds of a permutation test", permutations, 1);
    }

    /// Whether the means of two independent samples differ. The statistic is the mean of `a` less that of
    /// `b`.
    ///
    /// @param a shape `(n)`, n at least 1, finite
    /// @param b shape `(m)`, m at least 1, finite
    /// @throws IllegalArgumentException if a sample is not as said
    public TestResult differenceOfMeans(double[] a, double[] b, Rng rng) {
        return test(
                a,
                b,
                (x, y) -> RunningMoments.of(x).mean() - RunningMoments.of(y).mean(),
                rng);
    }

    /// Whether two independent samples differ in a statistic that would be spread about 0 if they did not.
    ///
    /// @param a shape `(n)`, n at least 1, finite
    /// @param b shape `(m)`, m at least 1, finite
    /// @param statistic of the two samples: the further from 0, the more they differ
    /// @throws IllegalArgumentException if a sample is not as said
    public TestResult test(double[] a, double[] b, ToDoubleBiFunction<double[], double[]> statistic, Rng rng) {
        Require.sample("a permutation test", a, 1);
        Require.sample("a permutation test", b, 1);
        double[] pooled = new double[a.length + b.length];
        System.arraycopy(a, 0, pooled, 0, a.length);
        System.arraycopy(b, 0, pooled, a.length, b.length);
        double[] first = a.clone();
        double[] second = b.clone();
        double observed = statistic.applyAsDouble(first, second);
        int asExtreme = 0;
        for (int permutationIndex = 0; permutationIndex < permutations; permutationIndex++) {
            int[] order = rng.permutation(pooled.length);
            for (int i = 0; i < pooled.length; i++) {
                if (i < first.length) {
                    first[i] = pooled[order[i]];
                } else {
                    second[i - first.length] = pooled[order[i]];
                }
            }
            if (isAsExtreme(statistic.applyAsDouble(first, second), observed)) {
                asExtreme++;
            }
        }
        return result(observed, asExtreme);
    }

    /// Whether two measurements of the same things differ on average. Only the order within each pair is
    /// left to chance; where things differ much from each other, that finds differences which the test of
    /// independent samples does not. The statistic is the mean of `a[i] − b[i]`.
    ///
    /// @param a shape `(n)`, n at least 1, finite
    /// @param b shape `(n)`, finite
    /// @throws IllegalArgumentException if a sample is not as said
    public TestResult paired(double[] a, double[] b, Rng rng) {
        Require.sample("a paired permutation test", a, 1);
        Require.sample("a paired permutation test", b, 1);
        Require.sameLength("a paired permutation test", a.length, b.length);
        int n = a.length;
        double observed = 0;
        for (int i = 0; i < n; i++) {
            observed += (a[i] - b[i]) / n;
        }
        int asExtreme = 0;
        for (int permutationIndex = 0; permutationIndex < permutations; permutationIndex++) {
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += (rng.nextBoolean() ? a[i] - b[i] : b[i] - a[i]) / n;
            }
            if (isAsExtreme(mean, observed)) {
                asExtreme++;
            }
        }
        return result(observed, asExtreme);
    }

    private static boolean isAsExtreme(double statistic, double observed) {
        return Math.abs(statistic) >= Math.abs(observed) * (1 - RELATIVE_TOLERANCE);
    }

    private TestResult result(double observed, int asExtreme) {
        return new TestResult(observed, (1.0 + asExtreme) / (1.0 + permutations));
    }
}
