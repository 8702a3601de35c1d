package gradus.ml.stats;

import gradus.ml.numbers.BetaFunction;
import gradus.ml.numbers.LogPmf;
import gradus.ml.numbers.Rng;

/// The binomial distribution: the number of successes in n independent trials with the same success
/// probability.
///
/// The cdf is an incomplete beta function, not a sum: its cost does not depend on the number of trials.
///
/// Source: N. Johnson, A. Kemp and S. Kotz, *Univariate Discrete Distributions*, 3rd edition (2005), chapter
/// 3.
///
/// @param trials number of trials, ≥ 0
/// @param probability success probability of a trial, from 0 to 1
public record Binomial(int trials, double probability) implements DiscreteDistribution {

    private static final int MAX_DIRECT_TRIALS = 20;

    /// @throws IllegalArgumentException if a parameter is out of range
    public Binomial {
        Require.atLeast("the number of trials of a binomial distribution", trials, 0);
        Require.probability("the probability of a binomial distribution", probability);
    }

    @Override
    public double logDensity(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (x != Math.rint(x) || !support().contains(x)) {
            return Double.NEGATIVE_INFINITY;
        }
        return probability == 0 || probability == 1 ? 0 : LogPmf.binomial(x, trials - x, probability, 1 - probability);
    }

    @Override
    public double cdf(double x) {
        return StrictMath.exp(logCdf(x));
    }

    @Override
    public double logCdf(double x) {
        if (x < 0 || x >= trials || Double.isNaN(x)) {
            return x < 0 ? Double.NEGATIVE_INFINITY : Double.isNaN(x) ? x : 0;
        }
        double k = Math.floor(x);
        return BetaFunction.logUpperIncomplete(k + 1, trials - k, probability, 1 - probability);
    }

    @Override
    public double survival(double x) {
        return StrictMath.exp(logSurvival(x));
    }

    @Override
    public double logSurvival(double x) {
        if (x < 0 || x >= trials || Double.isNaN(x)) {
            return x < 0 ? 0 : Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        double k = Math.floor(x);
        return BetaFunction.logLowerIncomplete(k + 1, trials - k, probability, 1 - probability);
    }

    @Override
    public double sample(Rng rng) {
        return draw(trials, probability, rng);
    }

    /// A draw. With more than 2⁵³ trials, it is rounded like any sum of such a size.
    ///
    /// A trial succeeds if a uniform random number is below the success probability. The middle order
    /// statistic of n such numbers has a [Beta] distribution. Drawing it determines the outcome of half of
    /// the trials at once, so that few are left to simulate: O(log n).
    ///
    /// Source: L. Devroye, *Non-Uniform Random Variate Generation* (1986), X.4.3.
    static double draw(double trials, double probability, Rng rng) {
        if (probability > 0.5) {
            // A small probability of failure would lose its digits.
            return trials - draw(trials, 1 - probability, rng);
        }
        double remaining = trials;
        double p = probability;
        double successes = 0;
        while (remaining > MAX_DIRECT_TRIALS && p > 0 && p < 1) {
            double middle = Math.floor((remaining + 1) / 2);
            double orderStatistic = new Beta(middle, remaining + 1 - middle).sample(rng);
            if (orderStatistic < p) {
                successes += middle;
                remaining -= middle;
                p = (p - orderStatistic) / (1 - orderStatistic);
            } else {
                remaining = middle - 1;
                p /= orderStatistic;
            }
        }
        if (p == 0 || p == 1) {
            return successes + p * remaining;
        }
        for (int i = 0; i < remaining; i++) {
            if (rng.nextDouble() < p) {
                successes++;
            }
        }
        return successes;
    }

    @Override
    public double mean() {
        return trials * probability;
    }

    @Override
    public double variance() {
        return trials * probability * (1 - probability);
    }

    @Override
    public Interval support() {
        return new Interval(probability == 1 ? trials : 0, probability == 0 ? 0 : trials);
    }
}
