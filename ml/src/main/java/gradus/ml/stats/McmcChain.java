package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The draws of a Markov chain, with convergence diagnostics: effective sample size and R-hat.
///
/// @param draws shape `(n, d)`, one draw per row
/// @param acceptanceRate fraction of the proposals that were accepted
public record McmcChain(Matrix draws, double acceptanceRate) {

    /// @throws IllegalArgumentException if the acceptance rate is not between 0 and 1
    public McmcChain {
        Require.probability("the acceptance rate of a chain", acceptanceRate);
    }

    /// The effective sample size for the mean of variable `column`.
    ///
    /// @throws IllegalArgumentException if [#effectiveSampleSize(double[])] throws
    public double effectiveSampleSize(int column) {
        return effectiveSampleSize(draws.column(column).toArray());
    }

    /// Effective sample size: the number of independent draws that would estimate the mean as accurately as
    /// `draws`, `n / (1 + 2·(ρ₁ + ρ₂ + …))`, where ρₖ is the autocorrelation at lag k. O(n) for each lag in
    /// the sum. At most `n·log10(n + 10)`.
    ///
    /// Source: C. Geyer, Practical Markov Chain Monte Carlo, Statistical Science 7 (1992): sums of two
    /// adjacent autocorrelations are positive and decreasing. The estimates are made decreasing, and cut off
    /// where they are no longer positive, because larger lags are dominated by noise.
    ///
    /// @param draws shape `(n)`, n ≥ 4, finite
    /// @throws IllegalArgumentException if the draws are too few, not finite or all equal
    public static double effectiveSampleSize(double[] draws) {
        SampleStatistics.requireSample("an effective sample size", draws, 4);
        int n = draws.length;
        Centred centred = Centred.of(draws);
        if (centred.isConstant()) {
            throw new IllegalArgumentException(
                    "an effective sample size needs draws that are not all equal, got " + n + " times " + draws[0]);
        }
        double[] deviations = centred.deviations();
        double variance = autocovarianceSum(deviations, 0);
        double sum = -1;
        double previousPair = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair = (autocovarianceSum(deviations, lag) + autocovarianceSum(deviations, lag + 1)) / variance;
            if (pair <= 0) {
                break;
            }
            previousPair = Math.min(previousPair, pair);
            sum += 2 * previousPair;
        }
        // Chains with negative autocorrelation can be worth more than n independent draws; cap the estimate.
        return n / Math.max(sum, 1 / StrictMath.log10(n + 10.0));
    }

    /// Split R-hat (Gelman–Rubin statistic): compares the variance between chains with the variance within
    /// them. About 1 if all chains have converged to the same distribution; above 1.01, run them longer. Each
    /// chain is split into two halves, so that a trend within a chain is detected too.
    ///
    /// Source: A. Gelman and D. Rubin, Inference from Iterative Simulation Using Multiple Sequences,
    /// Statistical Science 7 (1992); A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013),
    /// section 11.4, for the halves.
    ///
    /// @param chains one or more, all of the same length of at least 4, finite
    /// @return about 1 (it can be slightly less) or more; infinite if no half varies but they differ
    /// @throws IllegalArgumentException if there are no chains, their lengths differ, one is too short or not
    ///     finite, or all draws are equal
    public static double rHat(double[]... chains) {
        if (chains.length == 0) {
            throw new IllegalArgumentException("R-hat needs at least 1 chain, got none");
        }
        for (double[] chain : chains) {
            SampleStatistics.requireSample("R-hat", chain, 4);
            if (chain.length != chains[0].length) {
                throw new IllegalArgumentException("R-hat needs chains of the same length, got " + chains[0].length
                        + " and " + chain.length + " draws");
            }
        }
        int length = chains[0].length;
        int half = length / 2;
        double[] all = Centred.of(
                        Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray())
                .deviations();
        RunningMoments[] halves = IntStream.range(0, chains.length)
                .boxed()
                .flatMap(chain -> Stream.of(
                        Arrays.copyOfRange(all, chain * length, chain * length + half),
                        Arrays.copyOfRange(all, (chain + 1) * length - half, (chain + 1) * length)))
                .map(RunningMoments::of)
                .toArray(RunningMoments[]::new);
        double withinVariance = Arrays.stream(halves)
                .mapToDouble(RunningMoments::variance)
                .average()
                .orElseThrow();
        double betweenVariance = RunningMoments.of(
                        Arrays.stream(halves).mapToDouble(RunningMoments::mean).toArray())
                .variance();
        if (withinVariance == 0 && betweenVariance == 0) {
            throw new IllegalArgumentException(
                    "R-hat needs draws that are not all equal, got " + all.length + " times " + chains[0][0]);
        }
        return Math.sqrt((half - 1.0) / half + betweenVariance / withinVariance);
    }

    private static double autocovarianceSum(double[] deviations, int lag) {
        double sum = 0;
        for (int i = lag; i < deviations.length; i++) {
            sum += deviations[i] * deviations[i - lag];
        }
        return sum;
    }
}
