package gradus.ml.stats;

import gradus.ml.numbers.Rng;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

/// Permutation test: tests whether two samples differ, without assuming a distribution. Under the null
/// hypothesis, it does not matter which value is in which sample. So the values are permuted many times, and
/// the observed statistic is compared with those of the permutations.
///
/// P-values are two-sided. The observed arrangement counts as one of the permutations, so no p-value is 0:
/// the minimum is `1 / (permutations + 1)`.
///
/// Source: R. A. Fisher, *The Design of Experiments* (1935); B. Phipson and G. Smyth, Permutation P-values
/// Should Never Be Zero, Stat. Appl. Genet. Mol. Biol. 9 (2010).
///
/// @param permutations number of random permutations, ≥ 1; 10 000 for a p-value near 0.01
public record PermutationTest(int permutations) {

    /// A statistic that differs from the observed one by rounding only counts as equally extreme.
    private static final double RELATIVE_TOLERANCE = 1e-12;

    /// @throws IllegalArgumentException if `permutations` is less than 1
    public PermutationTest {
        Require.atLeast("the number of permutations of a permutation test", permutations, 1);
    }

    /// Tests whether the means of two independent samples differ. The statistic is the mean of `a` minus the
    /// mean of `b`.
    ///
    /// @param a shape `(n)`, n ≥ 1, finite
    /// @param b shape `(m)`, m ≥ 1, finite
    /// @throws IllegalArgumentException if a sample is empty or a value is not finite
    public TestResult differenceOfMeans(double[] a, double[] b, Rng rng) {
        double[] pooled =
                DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
        SampleStatistics.requireSample("a permutation test", pooled, 2);
        // Rounding errors of means far from 0 could decide between equal differences.
        double centre = SampleStatistics.mean(pooled);
        return test(
                Arrays.stream(a).map(value -> value - centre).toArray(),
                Arrays.stream(b).map(value -> value - centre).toArray(),
                (x, y) -> SampleStatistics.mean(x) - SampleStatistics.mean(y),
                rng);
    }

    /// Tests whether two independent samples differ in any statistic that is distributed about 0 under the
    /// null hypothesis. The arrays passed to the statistic are reused; it must not keep references to them.
    ///
    /// @param a shape `(n)`, n ≥ 1, finite
    /// @param b shape `(m)`, m ≥ 1, finite
    /// @param statistic function of both samples; the further from 0, the more they differ
    /// @throws IllegalArgumentException if a sample is empty, or a value or a statistic is not finite
    public TestResult test(double[] a, double[] b, ToDoubleBiFunction<double[], double[]> statistic, Rng rng) {
        SampleStatistics.requireSample("a permutation test", a, 1);
        SampleStatistics.requireSample("a permutation test", b, 1);
        double[] pooled = new double[a.length + b.length];
        System.arraycopy(a, 0, pooled, 0, a.length);
        System.arraycopy(b, 0, pooled, a.length, b.length);
        double[] first = a.clone();
        double[] second = b.clone();
        double observed = statistic.applyAsDouble(first, second);
        Require.finite("the statistic of the samples", observed);
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
            double permuted = statistic.applyAsDouble(first, second);
            Require.finite("the statistic of a permutation", permuted);
            if (isAsExtreme(permuted, observed, 0)) {
                asExtreme++;
            }
        }
        return result(observed, asExtreme);
    }

    /// Paired test: do two measurements of the same objects differ on average? Only the order within each
    /// pair is random. If the variance between objects is large, this test has more power than that of
    /// independent samples. The statistic is the mean of `a[i] − b[i]`.
    ///
    /// @param a shape `(n)`, n ≥ 1, finite
    /// @param b shape `(n)`, finite
    /// @throws IllegalArgumentException if the lengths differ, a sample is empty or a value is not finite
    public TestResult paired(double[] a, double[] b, Rng rng) {
        SampleStatistics.requireSample("a paired permutation test", a, 1);
        SampleStatistics.requireSample("a paired permutation test", b, 1);
        Require.sameLength("a paired permutation test", a.length, b.length);
        int n = a.length;
        double[] differences = new double[n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            differences[i] = a[i] - b[i];
            Require.finite("the difference of pair " + i, differences[i]);
            size += Math.abs(differences[i] / n);
        }
        double observed = SampleStatistics.mean(differences);
        int asExtreme = 0;
        for (int permutationIndex = 0; permutationIndex < permutations; permutationIndex++) {
            double mean = 0;
            for (double difference : differences) {
                mean += (rng.nextBoolean() ? difference : -difference) / n;
            }
            if (isAsExtreme(mean, observed, size)) {
                asExtreme++;
            }
        }
        return result(observed, asExtreme);
    }

    /// Whether a statistic, the sum of terms of this size, is as far from 0 as the observed one.
    private static boolean isAsExtreme(double statistic, double observed, double size) {
        return Math.abs(statistic) >= Math.abs(observed) - RELATIVE_TOLERANCE * Math.max(Math.abs(observed), size);
    }

    private TestResult result(double observed, int asExtreme) {
        return new TestResult(observed, (1.0 + asExtreme) / (1.0 + permutations));
    }
}
