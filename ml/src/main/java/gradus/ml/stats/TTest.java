package gradus.ml.stats;

import java.util.Arrays;

/// Student's t test: tests whether a mean differs from a given value, or two means from each other. The
/// values should be normally distributed, or many. P-values are two-sided. The statistic is the difference in
/// standard errors.
///
/// Every method throws an `IllegalArgumentException` unless each sample has at least 2 values, all finite,
/// and the values (for [#paired], their differences) are not all equal.
///
/// Source: Student (W. S. Gosset), The Probable Error of a Mean, Biometrika 6 (1908); B. L. Welch, The
/// Generalization of Student's Problem When Several Different Population Variances Are Involved, Biometrika
/// 34 (1947).
public final class TTest {

    private TTest() {}

    /// One-sample t test: does the mean of the population that `x` was drawn from differ from
    /// `populationMean`?
    public static TestResult oneSample(double[] x, double populationMean) {
        Require.finite("the population mean", populationMean);
        var moments = moments(x);
        return result((moments.mean() - populationMean) / moments.standardError(), moments.count() - 1.0);
    }

    /// Paired t test: do two measurements of the same objects differ on average?
    ///
    /// @throws IllegalArgumentException if the lengths differ, and as stated for the class
    public static TestResult paired(double[] a, double[] b) {
        Require.sample("a t test", a, 2);
        Require.sample("a t test", b, 2);
        Require.sameLength("a paired t test", a.length, b.length);
        double[] differences = new double[a.length];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return oneSample(differences, 0);
    }

    /// Welch's t test: do the population means of two independent samples differ? The variances may differ
    /// too, so prefer it to [#pooled]. In SciPy, it is `ttest_ind` with `equal_var=False`.
    public static TestResult welch(double[] a, double[] b) {
        var first = moments(a);
        var second = moments(b);
        double u = first.variance() / first.count();
        double v = second.variance() / second.count();
        double degreesOfFreedom = (u + v) * (u + v) / (u * u / (first.count() - 1) + v * v / (second.count() - 1));
        return result((first.mean() - second.mean()) / Math.sqrt(u + v), degreesOfFreedom);
    }

    /// Student's two-sample t test, with pooled variance: assumes that both populations have the same
    /// variance. SciPy's `ttest_ind` does so by default.
    public static TestResult pooled(double[] a, double[] b) {
        var first = moments(a);
        var second = moments(b);
        double degreesOfFreedom = first.count() + second.count() - 2.0;
        double variance = (first.sumOfSquaredDeviations() + second.sumOfSquaredDeviations()) / degreesOfFreedom;
        double standardError = Math.sqrt(variance / first.count() + variance / second.count());
        return result((first.mean() - second.mean()) / standardError, degreesOfFreedom);
    }

    private static RunningMoments moments(double[] x) {
        Require.sample("a t test", x, 2);
        var moments = RunningMoments.of(x);
        if (moments.sumOfSquaredDeviations() == 0) {
            throw new IllegalArgumentException(
                    "a t test needs values that are not all equal, got " + x.length + " times " + x[0]);
        }
        return moments;
    }

    private static TestResult result(double t, double degreesOfFreedom) {
        return new TestResult(t, 2 * new StudentT(degreesOfFreedom).survival(Math.abs(t)));
    }
}
