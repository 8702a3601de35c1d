package gradus.proctor.assertions;

import gradus.proctor.failure.AssertionCount;
import gradus.proctor.failure.AssertionFailure;
import gradus.proctor.failure.CheckFault;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.format.SignificantDigits;
import gradus.proctor.format.ValueFormatter;
import gradus.proctor.transcript.Event.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Statistical assertions about random samples, strict enough to find a wrong generator and loose enough to
/// pass a correct one. Moments must be within five standard errors, which a correct generator exceeds once in
/// 1.7 million runs. Goodness-of-fit tests fail at a p-value of at most 1e-4. With a fixed seed the outcome
/// is the same each time.
///
/// ```java
/// double[] draws = draw(10_000, seed);
/// SampleAssertions.hasMean("10,000 draws of normal(0, 1)", draws, 0, 1, "…");
/// SampleAssertions.hasDistribution("10,000 draws of uniform(0, 1)", draws, x -> x, "…");
/// ```
public final class SampleAssertions {

    private static final double STANDARD_ERRORS = 5;
    private static final double SIGNIFICANCE_LEVEL = 1e-4;
    private static final double MIN_EXPECTED_COUNT = 5;
    private static final double ROUNDING = 1e-12;

    private SampleAssertions() {}

    /// Asserts that the mean of `sample` is within five standard errors, 5·σ / √n, of `mean`.
    ///
    /// @param subject what was drawn, in words
    /// @param standardDeviation the standard deviation of one draw
    public static void hasMean(String subject, double[] sample, double mean, double standardDeviation, String why) {
        CheckFault.requireFinite("the expected mean", mean);
        CheckFault.requireTolerance("the standard deviation", standardDeviation);
        double got = mean(subject, sample);
        double error = standardDeviation / Math.sqrt(sample.length);
        withinStandardErrors("the mean of " + subject, got, mean, error, "mean-off", why);
    }

    /// Asserts that the variance of `sample` is close to `variance`, for distributions whose tails are no
    /// heavier than those of the normal distribution.
    public static void hasVariance(String subject, double[] sample, double variance, String why) {
        hasVariance(subject, sample, variance, 3, why);
    }

    /// Asserts that the variance of `sample` is within five standard errors, 5 · variance · √((κ − 1) / n),
    /// of `variance`.
    ///
    /// @param kurtosis κ, the fourth central moment over the squared variance: 3 for normal, 1.8 for
    ///     uniform, 9 for exponential draws
    public static void hasVariance(String subject, double[] sample, double variance, double kurtosis, String why) {
        CheckFault.requireTolerance("the expected variance", variance);
        CheckFault.requireWithin("the kurtosis", kurtosis, 1, Double.MAX_VALUE, "a finite number of at least 1");
        double mean = mean(subject, sample);
        double squares = 0;
        for (double x : sample) {
            squares += (x - mean) * (x - mean);
        }
        double error = variance * Math.sqrt((kurtosis - 1) / sample.length);
        withinStandardErrors(
                "the variance of " + subject, squares / (sample.length - 1), variance, error, "variance-off", why);
    }

    /// Asserts that the proportion `successes / trials` is within five standard errors, 5·√(p·(1 − p) / n),
    /// of `probability`.
    public static void hasProportion(String subject, long successes, long trials, double probability, String why) {
        CheckFault.requireWithin("the probability", probability, 0, 1, "from 0 to 1");
        double variance = trials * probability * (1 - probability);
        if (!(variance >= 9)) {
            throw new CheckFault(trials + " trials are too few for a probability of " + probability + "; use more");
        }
        withinStandardErrors(
                "the proportion of " + subject,
                (double) successes / trials,
                probability,
                Math.sqrt(variance) / trials,
                "share-off",
                why);
    }

    /// Asserts that paired samples are uncorrelated: their correlation coefficient is 0 within 5 / √n.
    public static void areUncorrelated(String subject, double[] xs, double[] ys, String why) {
        double meanX = mean(subject, xs);
        double meanY = mean(subject, ys);
        requireLength(subject, xs.length, ys.length, why);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < xs.length; i++) {
            xy += (xs[i] - meanX) * (ys[i] - meanY);
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
        }
        double correlation = xx == 0 || yy == 0 ? 1 : xy / Math.sqrt(xx * yy);
        withinStandardErrors(
                "the correlation of " + subject, correlation, 0, 1 / Math.sqrt(xs.length), "correlated", why);
    }

    /// Asserts that observed counts fit the probabilities of their categories, by Pearson's chi-square test.
    ///
    /// @param counts the observed count of each category
    /// @param probabilities the probability of each category; each expected count must be 0 or at least 5
    public static void matchProbabilities(String subject, long[] counts, double[] probabilities, String why) {
        requireProbabilities(probabilities);
        Expect.calling(subject, () -> counts).result();
        requireLength(subject, probabilities.length, counts.length, why);
        long total = 0;
        boolean negative = false;
        for (long count : counts) {
            total += count;
            negative |= count < 0;
        }
        if (total <= 0 || negative) {
            throw failed(subject, "counts of at least one draw", ValueFormatter.format(counts), "too-few", why);
        }
        double statistic = 0;
        int worst = 0;
        double worstContribution = -1;
        int categories = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = total * probabilities[i];
            if (expected > 0 && expected < MIN_EXPECTED_COUNT) {
                throw failed(
                        subject,
                        "so many draws that at least 5 are expected in each category",
                        total + " draws, of which " + SignificantDigits.three(expected) + " are expected in category "
                                + i,
                        "too-few",
                        why);
            }
            double deviation = counts[i] - expected;
            double contribution =
                    expected > 0 ? deviation * deviation / expected : counts[i] > 0 ? Double.POSITIVE_INFINITY : 0;
            statistic += contribution;
            categories += expected > 0 ? 1 : 0;
            if (contribution > worstContribution) {
                worst = i;
                worstContribution = contribution;
            }
        }
        double p =
                Double.isInfinite(statistic) ? 0 : TailProbabilities.chiSquare(statistic, Math.max(1, categories - 1));
        if (!(p > SIGNIFICANCE_LEVEL)) {
            throw failed(
                    "the counts of " + counts.length + " categories in " + subject,
                    "about " + SignificantDigits.three(total * probabilities[worst]) + " of " + total + " in category "
                            + worst,
                    counts[worst] + " of " + total + "; " + describeProbability(p) + " (chi-square "
                            + SignificantDigits.three(statistic) + ")",
                    "distribution",
                    why);
        }
    }

    private static void requireProbabilities(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += CheckFault.requireWithin("each probability", probability, 0, 1, "from 0 to 1");
        }
        CheckFault.requireWithin("the sum of the probabilities", sum, 1 - 1e-6, 1 + 1e-6, "1");
    }

    /// Asserts that `sample` has the distribution with cumulative distribution function `cdf`, by the
    /// Kolmogorov–Smirnov test.
    ///
    /// @param cdf maps x to the probability of a draw of at most x
    public static void hasDistribution(String subject, double[] sample, DoubleUnaryOperator cdf, String why) {
        mean(subject, sample);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double at = 0;
        double empirical = 0;
        for (int i = 0; i < n; i++) {
            double theoretical = cdf.applyAsDouble(sorted[i]);
            if (!(theoretical >= 0 && theoretical <= 1)) {
                throw failed(
                        "the cumulative distribution function of " + subject + " at " + sorted[i],
                        "a number from 0 to 1",
                        JavaLiterals.number(theoretical),
                        "distribution",
                        why);
            }
            double gap = Math.max((i + 1.0) / n - theoretical, theoretical - (double) i / n);
            if (gap > distance) {
                distance = gap;
                at = sorted[i];
                empirical = (i + 1.0) / n;
            }
        }
        double p = TailProbabilities.kolmogorovSmirnov(distance, n);
        if (!(p > SIGNIFICANCE_LEVEL)) {
            throw failed(
                    "the distribution of " + subject,
                    "a fraction of about " + SignificantDigits.three(cdf.applyAsDouble(at)) + " up to "
                            + SignificantDigits.three(at),
                    "a fraction of " + SignificantDigits.three(empirical) + "; " + describeProbability(p)
                            + " (largest distance " + SignificantDigits.three(distance) + ")",
                    "distribution",
                    why);
        }
    }

    private static void withinStandardErrors(
            String subject, double got, double expected, double error, String symptom, String why) {
        AssertionCount.add();
        double difference = Math.abs(got - expected);
        // A constant has no standard error, and its mean is rounded.
        double off = difference <= ROUNDING * Math.abs(expected) ? 0 : difference / error;
        if (!(off <= STANDARD_ERRORS)) {
            throw failed(
                    subject,
                    JavaLiterals.number(expected) + " ± " + SignificantDigits.three(STANDARD_ERRORS * error)
                            + " (five standard errors)",
                    SignificantDigits.six(got) + ", which is " + SignificantDigits.three(off) + " standard errors off",
                    symptom,
                    why);
        }
    }

    private static void requireLength(String subject, int expected, int got, String why) {
        if (got != expected) {
            throw failed(subject, expected + " numbers", got + " numbers", "length@" + got + "/" + expected, why);
        }
    }

    private static double mean(String subject, double[] sample) {
        Expect.calling(subject, () -> sample).result();
        double sum = 0;
        for (double x : sample) {
            sum += x;
        }
        if (sample.length < 2 || Double.isNaN(sum) || Double.isInfinite(sum)) {
            String symptom = sample.length < 2 ? "too-few" : Double.isNaN(sum) ? "nan" : "infinite";
            throw failed(subject, "at least two finite numbers", ValueFormatter.format(sample), symptom, "");
        }
        return sum / sample.length;
    }

    private static String describeProbability(double p) {
        return p < 1e-12
                ? "a correct generator never does that"
                : "a correct generator does that once in " + SignificantDigits.three(1 / p) + " runs";
    }

    private static AssertionFailure failed(String subject, String expected, String got, String symptom, String why) {
        return AssertionFailure.of(FailureKind.MISMATCH, subject, expected, got, why, List.of(symptom));
    }
}
