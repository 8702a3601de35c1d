package gradus.ml.stats;

import gradus.ml.numbers.Rng;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// Monte Carlo simulation: estimates probabilities and expected values from many random trials. The standard
/// error is proportional to `1/√trials`: one more digit takes a hundred times as many trials.
///
/// Source: N. Metropolis and S. Ulam, The Monte Carlo Method, J. Am. Stat. Assoc. 44 (1949).
public final class MonteCarlo {

    private MonteCarlo() {}

    /// Estimates the probability of `event`: the fraction of the trials in which it occurs. The trials draw
    /// from `rng` one after the other. The standard error is `√(p·(1 − p) / n)`; if the event occurs never or
    /// always, it is 0 and meaningless.
    ///
    /// @param event simulates one trial and returns whether the event occurred
    /// @param trials number of trials, ≥ 1
    /// @throws IllegalArgumentException if `trials` is less than 1
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

    /// Estimates the expected value of `quantity`: its mean over the trials, which draw from `rng` one after
    /// the other.
    ///
    /// @param quantity simulates one trial and returns its value, finite
    /// @param trials number of trials, ≥ 2
    /// @throws IllegalArgumentException if `trials` is less than 2, or a value is NaN or infinite
    public static Estimate mean(ToDoubleFunction<Rng> quantity, int trials, Rng rng) {
        Require.atLeast("the number of trials", trials, 2);
        var moments = RunningMoments.empty();
        for (int i = 0; i < trials; i++) {
            double value = quantity.applyAsDouble(rng);
            Require.finite("the value of a trial", value);
            moments = moments.update(value);
        }
        return new Estimate(moments.mean(), moments.standardError());
    }
}
