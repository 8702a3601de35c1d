package gradus.ml.stats;

import java.util.Arrays;

/// Student's t test: whether a mean differs from what it is held to be by more than chance, if the values
/// are normally distributed, or many. P-values are two-sided. The statistic is the difference in standard
/// errors.
///
/// Samples have at least 2 values, finite and not all equal; anything else is refused with an
/// `IllegalArgumentException`.
///
/// Source: Student (W. S. Gosset), The Probable Error of a Mean, Biometrika 6 (1908); B. L. Welch, The
/// Generalization of Student's Problem When Several Different Population Variances Are Involved, Biometrika
/// 34 (1947).
public final class TTest {

    private TTest() {}

    /// Whether the mean of what `x` was drawn from differs from `populationMean`.
    public static TestResult oneSample(double[] x, double populationMean) {
        Require.finite("the mean to test", populationMean);
        var moments = moments(x);
        return result((moments.mean() - populationMean) / moments.standardError(), moments.count() - 1.0);
    }

    /// Whether two measurements of the same things differ on average.
    ///
    /// @throws IllegalArgumentException if the lengths differ, and as for every sample
    public static TestResult paired(double[] a, double[] b) {
        Require.sample("a t test", a, 2);
        Require.sample("a t test", b, 2);
        Require.sameLength("a paired t test", a.length, b.length);
        double[] differences = new double[a.length];
        Arrays.setAll(differences, i -> a[i] - b[i]);
        return oneSample(differences, 0);
    }

    /// Whether the means of what two independent samples were drawn from differ, whatever their variances.
    /// This is the one to use.
    public static TestResult welch(double[] a, double[] b) {
        var first = moments(a);
        var second = moments(b);
        double u = first.variance() / first.count();
        double v = second.variance() / second.count();
        double degreesOfFreedom = (u + v) * (u + v) / (u * u / (first.count() - 1) + v * v / (second.count() - 1));
        return result((first.mean() - second.mean()) / Math.sqrt(u + v), degreesOfFreedom);
    }

    /// The same for samples from distributions of one variance.
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
            throw new IllegalArgumentException("a t test needs values that vary, got " + x.length + " times " + x[0]);
        }
        return moments;
    }

    private static TestResult result(double t, double degreesOfFreedom) {
        return new TestResult(t, 2 * new StudentT(degreesOfFreedom).survival(Math.abs(t)));
    }
}
