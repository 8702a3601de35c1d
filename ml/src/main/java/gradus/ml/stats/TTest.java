package gradus.ml.stats;

import gradus.ml.numbers.SampleStatistics;

/// Student's t test: tests whether a mean differs from a given value, or two means from each other. The
/// values should be normally distributed, or many. P-values are two-sided. The statistic is the difference in
/// standard errors.
///
/// Every method throws an `IllegalArgumentException` unless each sample has at least 2 values, all finite,
/// and the values (for [#paired], the differences; for two samples, those of at least one) are not all equal.
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
        SampleStatistics.requireSample("a t test", x, 2);
        return result(mean(x), populationMean, standardError(x), x.length - 1.0, x);
    }

    /// Paired t test: do two measurements of the same objects differ on average?
    ///
    /// @throws IllegalArgumentException if the lengths differ, and as stated for the class
    public static TestResult paired(double[] a, double[] b) {
        SampleStatistics.requireSample("a t test", a, 2);
        SampleStatistics.requireSample("a t test", b, 2);
        Require.sameLength("a paired t test", a.length, b.length);
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
            Require.finite("the difference of pair " + i, differences[i]);
        }
        return oneSample(differences, 0);
    }

    /// Welch's t test: do the population means of two independent samples differ? The variances may differ
    /// too, so prefer it to [#pooled]. In SciPy, it is `ttest_ind` with `equal_var=False`.
    public static TestResult welch(double[] a, double[] b) {
        double first = standardError(a);
        double second = standardError(b);
        double standardError = StrictMath.hypot(first, second);
        // The fractions of the variance of the difference; variances themselves might overflow.
        double u = square(first / standardError);
        double v = square(second / standardError);
        double degreesOfFreedom = 1 / (u * u / (a.length - 1) + v * v / (b.length - 1));
        return result(mean(a), mean(b), standardError, degreesOfFreedom, a);
    }

    /// Student's two-sample t test, with pooled variance: assumes that both populations have the same
    /// variance. SciPy's `ttest_ind` does so by default.
    public static TestResult pooled(double[] a, double[] b) {
        double degreesOfFreedom = a.length + b.length - 2.0;
        double first = standardError(a) * Math.sqrt(a.length * (a.length - 1.0) / degreesOfFreedom);
        double second = standardError(b) * Math.sqrt(b.length * (b.length - 1.0) / degreesOfFreedom);
        double standardError = StrictMath.hypot(first, second) * Math.sqrt(1.0 / a.length + 1.0 / b.length);
        return result(mean(a), mean(b), standardError, degreesOfFreedom, a);
    }

    private static double mean(double[] x) {
        return SampleStatistics.mean(x);
    }

    private static double standardError(double[] x) {
        SampleStatistics.requireSample("a t test", x, 2);
        return SampleStatistics.standardDeviation(x, 1) / Math.sqrt(x.length);
    }

    private static double square(double x) {
        return x * x;
    }

    private static TestResult result(
            double first, double second, double standardError, double degreesOfFreedom, double[] x) {
        if (standardError == 0) {
            throw new IllegalArgumentException(
                    "a t test needs values that are not all equal, got " + x.length + " times " + x[0]);
        }
        double t = LocationScale.standardise(first, second, standardError);
        return new TestResult(t, 2 * new StudentT(degreesOfFreedom).survival(Math.abs(t)));
    }
}
