package gradus.ml.stats;

import gradus.ml.numbers.Rng;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Answers by trying often. The error falls as one over the root of the number of trials: a digit more
/// takes a hundred times as many.
///
/// Source: N. Metropolis and S. Ulam, The Monte Carlo Method, J. Am. Stat. Assoc. 44 (1949).
public final class MonteCarlo {

    private MonteCarlo() {}

    /// How probable `event` is: the share of `trials` in which it happens. All trials draw from `rng` in
    /// turn. The standard error is `√(p·(1 − p) / n)`; it is 0, and says nothing, where the event happened
    /// never or always.
    ///
    /// @param event one trial: whether it happened
    /// @param trials 1 or more
    /// @throws IllegalArgumentException if there are no trials
    public static Estimate probability(Predicate<Rng> event, int trials, Rng rng) {
        Require.atLeast("the number of trials", trials, 1);
        int occurrences = 0;
        for (int i = 0; i < trials; i++) {
            if (event.test(rng)) {
                occurrences++;
            }
        }
        double p = (double) occurrences / trials;
        return new Estimate(p, Math.sqrt(p * (1 - p) / trials));
    }

    /// What `quantity` is on average: its mean over `trials`, which draw from `rng` in turn.
    ///
    /// @param quantity one trial: what came out, finite
    /// @param trials 2 or more
    /// @throws IllegalArgumentException if there are fewer trials, or one comes out as NaN or infinite
    public static Estimate mean(ToDoubleFunction<Rng> quantity, int trials, Rng rng) {
        Require.atLeast("the number of trials", trials, 2);
        var moments = RunningMoments.empty();
        for (int i = 0; i < trials; i++) {
            double value = quantity.applyAsDouble(rng);
            Require.finite("what comes out of a trial", value);
            moments = moments.update(value);
        }
        return new Estimate(moments.mean(), moments.standardError());
    }
}
