package gradus.ml.stats;

import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Kolmogorov–Smirnov test: compares a sample with a continuous distribution, or two samples with each other.
/// The statistic is the largest distance between the two cdfs. O(n log n).
///
/// Source: A. Kolmogorov, Sulla determinazione empirica di una legge di distribuzione (1933); N. Smirnov,
/// Table for Estimating the Goodness of Fit of Empirical Distributions (1948).
public final class KolmogorovSmirnovTest {

    private KolmogorovSmirnovTest() {}

    /// One-sample test: was `x` drawn from the distribution with this cdf? The distribution must not have
    /// been fitted to `x`.
    ///
    /// The p-value is exact to about 1e-13 for up to 200 values, and its relative error is as small for any
    /// number of values if it is below 1e-4. Else it is asymptotic with three correction terms, with an error
    /// of about `0.06 / n²`.
    ///
    /// @param x shape `(n)`, n ≥ 1, finite
    /// @throws IllegalArgumentException if `x` is empty, a value is not finite, or the cdf returns a value
    ///     outside 0 to 1
    public static TestResult oneSample(double[] x, DoubleUnaryOperator cdf) {
        SampleStatistics.requireSample("a Kolmogorov-Smirnov test", x, 1);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double n = x.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double probability = cdf.applyAsDouble(sorted[i]);
            Require.probability("the value of the cdf", probability);
            // The empirical cdf jumps here from i/n to (i + 1)/n.
            distance = Math.max(distance, Math.max(probability - i / n, (i + 1) / n - probability));
        }
        return new TestResult(distance, KolmogorovDistribution.survival(x.length, distance));
    }

    /// One-sample test: was `x` drawn from `distribution`?
    ///
    /// @throws IllegalArgumentException if [#oneSample(double[], DoubleUnaryOperator)] throws
    public static TestResult oneSample(double[] x, ContinuousDistribution distribution) {
        return oneSample(x, distribution::cdf);
    }

    /// Two-sample test: were `a` and `b` drawn from the same distribution, which need not be known? The
    /// p-value is asymptotic. For small samples, and with ties, it is conservative: too large rather than too
    /// small.
    ///
    /// @throws IllegalArgumentException if a sample is empty or a value is not finite
    public static TestResult twoSample(double[] a, double[] b) {
        SampleStatistics.requireSample("a Kolmogorov-Smirnov test", a, 1);
        SampleStatistics.requireSample("a Kolmogorov-Smirnov test", b, 1);
        double[] first = a.clone();
        double[] second = b.clone();
        Arrays.sort(first);
        Arrays.sort(second);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            double x = Math.min(first[i], second[j]);
            while (i < first.length && first[i] == x) {
                i++;
            }
            while (j < second.length && second[j] == x) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / first.length - (double) j / second.length));
        }
        double effectiveSize = (double) first.length * second.length / (first.length + second.length);
        return new TestResult(distance, KolmogorovDistribution.asymptoticSurvival(Math.sqrt(effectiveSize) * distance));
    }
}
