package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import java.util.Arrays;
import java.util.stream.Stream;

/// Draws of which each depends on the one before, and how far such draws can be trusted.
///
/// @param draws shape `(n, d)`, one draw a row
/// @param acceptanceRate the share of proposed steps that were taken
public record McmcChain(Matrix draws, double acceptanceRate) {

    /// How many independent draws of number `column` would give a mean as exact as these do.
    ///
    /// @throws IllegalArgumentException where [#effectiveSampleSize(double[])] throws
    public double effectiveSampleSize(int column) {
        return effectiveSampleSize(draws.column(column).toArray());
    }

    /// How many independent draws would give a mean as exact as `draws`: `n / (1 + 2·(ρ₁ + ρ₂ + …))`, with
    /// the correlations of draws 1, 2, … apart. O(n) for each correlation that counts.
    ///
    /// Source: C. Geyer, Practical Markov Chain Monte Carlo, Statistical Science 7 (1992): sums of
    /// neighbouring correlations are positive and fall; where the estimated ones no longer do, there is
    /// only noise.
    ///
    /// @param draws shape `(n)`, n at least 4, finite
    /// @throws IllegalArgumentException if they are fewer, not finite or all equal
    public static double effectiveSampleSize(double[] draws) {
        Require.sample("an effective sample size", draws, 4);
        int n = draws.length;
        var moments = RunningMoments.of(draws);
        if (moments.sumOfSquaredDeviations() == 0) {
            throw new IllegalArgumentException(
                    "an effective sample size needs a chain that moves, got " + n + " times " + draws[0]);
        }
        double sum = -1;
        double previousPair = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < n; lag += 2) {
            double pair =
                    (autocovarianceSum(draws, moments.mean(), lag) + autocovarianceSum(draws, moments.mean(), lag + 1))
                            / moments.sumOfSquaredDeviations();
            if (pair <= 0) {
                break;
            }
            previousPair = Math.min(previousPair, pair);
            sum += 2 * previousPair;
        }
        // Alternating chains can be worth more than n draws, but not without limit.
        return n / Math.max(sum, 1 / Math.log10(n + 10.0));
    }

    /// How much more spread there is over several chains than within each: about 1 if all have come to the
    /// same distribution, and more than 1.01 if one should let them run on. Each chain is cut in two, so
    /// that one that still drifts disagrees with itself.
    ///
    /// Source: A. Gelman and D. Rubin, Inference from Iterative Simulation Using Multiple Sequences,
    /// Statistical Science 7 (1992); A. Gelman and others, *Bayesian Data Analysis*, 3rd edition (2013),
    /// section 11.4, for the halves.
    ///
    /// @param chains one or more, all of one length of at least 4, finite
    /// @return 1 or a little less, or more; infinite if no chain moves but they differ, NaN if all draws
    ///     are equal
    /// @throws IllegalArgumentException if the chains are not as said
    public static double rHat(double[]... chains) {
        if (chains.length == 0) {
            throw new IllegalArgumentException("R-hat compares at least 1 chain, got none");
        }
        for (double[] chain : chains) {
            Require.sample("R-hat", chain, 4);
            if (chain.length != chains[0].length) {
                throw new IllegalArgumentException("R-hat compares chains of one length, got " + chains[0].length
                        + " and " + chain.length + " draws");
            }
        }
        int half = chains[0].length / 2;
        RunningMoments[] halves = Arrays.stream(chains)
                .flatMap(chain -> Stream.of(
                        Arrays.copyOfRange(chain, 0, half),
                        Arrays.copyOfRange(chain, chain.length - half, chain.length)))
                .map(RunningMoments::of)
                .toArray(RunningMoments[]::new);
        double withinVariance = Arrays.stream(halves)
                .mapToDouble(RunningMoments::variance)
                .average()
                .orElseThrow();
        double betweenVariance = RunningMoments.of(
                        Arrays.stream(halves).mapToDouble(RunningMoments::mean).toArray())
                .variance();
        return Math.sqrt((half - 1.0) / half + betweenVariance / withinVariance);
    }

    private static double autocovarianceSum(double[] draws, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < draws.length; i++) {
            sum += (draws[i] - mean) * (draws[i - lag] - mean);
        }
        return sum;
    }
}
