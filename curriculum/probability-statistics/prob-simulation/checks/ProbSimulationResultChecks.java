package gradus.checks.prob_simulation;

import gradus.lab.prob_simulation.Games;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Metric;
import gradus.proctor.assertions.SampleAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the parts say together.
class ProbSimulationResultChecks {

    private static final int GAMES = 10_000;
    private static final int INTERVALS = 2000;

    /// The gate. Of 2,000 intervals for p = 0.3, the reference's contain it in 0.951 ± 0.005; those with 5 % in
    /// each tail in 0.90, and those with the error of one trial always.
    @Test
    @DisplayName("switching wins two thirds of 10,000 games, and 95 of 100 of your 95 % intervals contain the truth")
    @Clause({"monty-hall", "interval", "standard-error"})
    void intervalsKeepTheirPromise() {
        long seed = Metric.seed(1990);
        double won = Metric.of(
                        "games won by switching, of 10,000",
                        () -> GAMES
                                * MonteCarlo.probability(rng -> Games.montyHall(true, rng), GAMES, Rng.of(seed))
                                        .value())
                .recorded();
        SampleAssertions.hasProportion(
                "wins by switching",
                Math.round(won),
                GAMES,
                2.0 / 3,
                "the first pick is wrong in two of three games, and then switching wins");
        double contain = Metric.of(
                        "95 % intervals that contain the truth, of 2,000", () -> containing(seed + 1_000_000))
                .recorded();
        Metric.of("how far that is from 1,900, which are 95 % of 2,000", () -> Math.abs(contain - 0.95 * INTERVALS))
                .atMost(40, "with intervals that keep their promise, it's about 8");
        IO.println("Switching won " + Math.round(won) + " of 10,000 games, and " + Math.round(contain)
                + " of your 2,000 intervals contained the truth.");
    }

    private static double containing(long seed) {
        Rng rng = Rng.of(seed);
        double contain = 0;
        for (int i = 0; i < INTERVALS; i++) {
            var estimate = MonteCarlo.probability(it -> it.nextDouble() < 0.3, 1000, rng);
            if (estimate.confidenceInterval(0.95).contains(0.3)) {
                contain++;
            }
        }
        return contain;
    }
}
