package gradus.proctor;

import gradus.proctor.transcript.Event.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// What random numbers must be like, so strictly that a wrong way of drawing them is found and so mildly
/// that a right one passes: averages within five standard errors, which chance exceeds once in 1.7
/// million times; distributions unless they are as odd as one in 10,000. With a pinned seed the answer
/// is the same each time.
///
/// ```java
/// double[] draws = draw(10_000, seed);
/// Statistics.mean("10,000 draws of normal(0, 1)", draws, 0, 1, "…");
/// Statistics.distribution("10,000 draws of uniform(0, 1)", draws, x -> x, "…");
/// ```
public final class Statistics {

    private static final double SIGMAS = 5;
    private static final double LEAST_PROBABILITY = 1e-4;
    private static final double FEWEST_EXPECTED = 5;

    private Statistics() {}

    /// That the mean of `sample` is `mean`, up to five standard errors of sd / √n.
    ///
    /// @param thing what was drawn, in words
    /// @param sd the standard deviation of one draw
    public static void mean(String thing, double[] sample, double mean, double sd, String why) {
        double error = sd / Math.sqrt(sample.length);
        near("the mean of " + thing, mean(thing, sample), mean, error, "mean-off", why);
    }

    /// That the variance of `sample` is `variance`, for draws with the tails of a normal distribution or
    /// lighter.
    public static void variance(String thing, double[] sample, double variance, String why) {
        variance(thing, sample, variance, 3, why);
    }

    /// That the variance of `sample` is `variance`, up to five standard errors of variance · √((κ − 1) /
    /// n).
    ///
    /// @param kurtosis κ, the fourth central moment over the squared variance: 3 for normal, 1.8 for
    ///     uniform, 9 for exponential draws
    public static void variance(String thing, double[] sample, double variance, double kurtosis, String why) {
        double mean = mean(thing, sample);
        double squares = 0;
        for (double x : sample) {
            squares += (x - mean) * (x - mean);
        }
        double error = variance * Math.sqrt((kurtosis - 1) / sample.length);
        near("the variance of " + thing, squares / (sample.length - 1), variance, error, "variance-off", why);
    }

    /// That `hits` of `tries` is a share of `probability`, up to five standard errors of √(p·(1 − p) /
    /// n).
    public static void share(String thing, long hits, long tries, double probability, String why) {
        double spread = tries * probability * (1 - probability);
        if (spread < 9) {
            throw new IllegalArgumentException(
                    tries + " tries are too few for a probability of " + probability + "; use more");
        }
        near("the share of " + thing, (double) hits / tries, probability, Math.sqrt(spread) / tries, "share-off", why);
    }

    /// That two samples, pair by pair, have nothing to do with each other: their correlation is 0 up to
    /// 5 / √n.
    public static void uncorrelated(String thing, double[] xs, double[] ys, String why) {
        double meanX = mean(thing, xs);
        double meanY = mean(thing, ys);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < xs.length; i++) {
            xy += (xs[i] - meanX) * (ys[i] - meanY);
            xx += (xs[i] - meanX) * (xs[i] - meanX);
            yy += (ys[i] - meanY) * (ys[i] - meanY);
        }
        double correlation = xx == 0 || yy == 0 ? 1 : xy / Math.sqrt(xx * yy);
        near("the correlation of " + thing, correlation, 0, 1 / Math.sqrt(xs.length), "correlated", why);
    }

    /// That each kind comes as often as its probability says, by Pearson's chi-square test.
    ///
    /// @param counts how often each kind came
    /// @param probabilities of each kind; each must be expected at least five times
    public static void counts(String thing, long[] counts, double[] probabilities, String why) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        double statistic = 0;
        int worst = 0;
        double worstPart = -1;
        int kinds = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = all * probabilities[i];
            if (expected > 0 && expected < FEWEST_EXPECTED) {
                throw new IllegalArgumentException("kind " + i + " is expected only " + expected + " times; draw more");
            }
            double off = counts[i] - expected;
            double part = expected > 0 ? off * off / expected : counts[i] > 0 ? Double.POSITIVE_INFINITY : 0;
            statistic += part;
            kinds += expected > 0 ? 1 : 0;
            if (part > worstPart) {
                worst = i;
                worstPart = part;
            }
        }
        double p = Double.isInfinite(statistic) ? 0 : Tails.chiSquare(statistic, Math.max(1, kinds - 1));
        if (!(p > LEAST_PROBABILITY)) {
            throw failed(
                    "how often each of " + counts.length + " comes in " + thing,
                    "number " + worst + " about " + Digits.three(all * probabilities[worst]) + " times of " + all,
                    counts[worst] + " times; " + odds(p) + " by chance (chi-square " + Digits.three(statistic) + ")",
                    "distribution",
                    why);
        }
    }

    /// That `sample` has the distribution function `below`, by the test of Kolmogorov and Smirnov.
    ///
    /// @param below the probability of a draw of at most x
    public static void distribution(String thing, double[] sample, DoubleUnaryOperator below, String why) {
        mean(thing, sample);
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double at = 0;
        double share = 0;
        for (int i = 0; i < n; i++) {
            double wanted = below.applyAsDouble(sorted[i]);
            double most = Math.max((i + 1.0) / n - wanted, wanted - (double) i / n);
            if (most > distance) {
                distance = most;
                at = sorted[i];
                share = (i + 1.0) / n;
            }
        }
        double p = Tails.kolmogorov(distance, n);
        if (!(p > LEAST_PROBABILITY)) {
            throw failed(
                    "the distribution of " + thing,
                    "a share of about " + Digits.three(below.applyAsDouble(at)) + " up to " + Digits.three(at),
                    "a share of " + Digits.three(share) + "; " + odds(p) + " by chance (largest distance "
                            + Digits.three(distance) + ")",
                    "distribution",
                    why);
        }
    }

    private static void near(String thing, double got, double expected, double error, String sign, String why) {
        double off = Math.abs(got - expected) / error;
        if (!(off <= SIGMAS)) {
            throw failed(
                    thing,
                    Written.number(expected) + " ± " + Digits.three(SIGMAS * error) + " (five standard errors)",
                    Digits.six(got) + ", which is " + Digits.three(off) + " standard errors off",
                    sign,
                    why);
        }
    }

    private static double mean(String thing, double[] sample) {
        double sum = 0;
        for (double x : sample) {
            sum += x;
        }
        if (sample.length < 2 || Double.isNaN(sum) || Double.isInfinite(sum)) {
            String sign = sample.length < 2 ? "too-few" : Double.isNaN(sum) ? "nan" : "infinite";
            throw failed(thing, "at least two finite numbers", Show.value(sample), sign, "");
        }
        return sum / sample.length;
    }

    private static String odds(double p) {
        return p < 1e-12 ? "that does not happen" : "that happens once in " + Digits.three(1 / p) + " times";
    }

    private static Mismatch failed(String thing, String expected, String got, String sign, String why) {
        return Mismatch.of(Kind.MISMATCH, thing, expected, got, why, List.of(sign));
    }
}
