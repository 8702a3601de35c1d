package gradus.checks.prob_simulation;

import static gradus.proctor.assertions.Expect.calling;

import gradus.lab.prob_simulation.Games;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.Estimate;
import gradus.ml.stats.Interval;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class ProbSimulationTest {

    @Test
    @DisplayName("an event that occurs in 5 of 25 trials has the estimate 0.2")
    @Clause("fraction")
    void fractionByHand() {
        calling(
                        "MonteCarlo.probability(event, 25, rng).value(), for an event in every fifth trial",
                        () -> everyFifth().value())
                .gives(0.2, "5 / 25");
    }

    @Test
    @DisplayName("the standard error of 5 in 25 trials is 0.08")
    @Clause("standard-error")
    void standardErrorByHand() {
        calling(
                        "MonteCarlo.probability(event, 25, rng).standardError(), for an event in every fifth trial",
                        () -> everyFifth().standardError())
                .gives(0.08, "the square root of 0.2 · 0.8 / 25 = 0.0064");
    }

    @Test
    @DisplayName("the 95 % confidence interval of 0.5 with standard error 0.1 is from 0.304 to 0.696")
    @Clause("interval")
    void intervalByHand() {
        calling(
                        "new Estimate(0.5, 0.1).confidenceInterval(0.95)",
                        () -> ends(new Estimate(0.5, 0.1).confidenceInterval(0.95)))
                .within(1e-4, 0)
                .gives(new double[] {0.304004, 0.695996}, "1.96 standard errors to either side");
    }

    @Test
    @DisplayName("the host opens the third door, if car and pick are two different doors")
    @Clause("host")
    void oneDoorIsLeft() {
        Rng rng = Rng.of(1);
        calling("Games.hostOpens(2, 0, rng)", () -> Games.hostOpens(2, 0, rng)).gives(1, "the car is behind door 2");
        calling("Games.hostOpens(0, 1, rng)", () -> Games.hostOpens(0, 1, rng)).gives(2, "the car is behind door 0");
    }

    @Test
    @DisplayName("staying with the first door wins a third of the games of Monty Hall")
    @Clause("monty-hall")
    void stayingWinsAThird() {
        Rng rng = Rng.of(2);
        SampleAssertions.hasProportion(
                "wins of Games.montyHall(false, rng)",
                count(3000, () -> Games.montyHall(false, rng)),
                3000,
                1.0 / 3,
                "the first pick is the car's door in one of three games, and stays so");
    }

    @Test
    @DisplayName("one person shares no birthday")
    @Clause("birthday")
    void alone() {
        Rng rng = Rng.of(3);
        calling("Games.sharedBirthday(1, rng)", () -> Games.sharedBirthday(1, rng))
                .gives(false, "it takes two");
        calling("Games.sharedBirthday(0, rng)", () -> Games.sharedBirthday(0, rng))
                .gives(false, "it takes two");
    }

    @Test
    @DisplayName("with a stake of 0, the gambler is ruined before the first round, and with the goal in hand never")
    @Clause("ruin")
    void nothingToPlayFor() {
        Rng rng = Rng.of(4);
        calling("Games.ruined(0, 10, 0.5, rng)", () -> Games.ruined(0, 10, 0.5, rng))
                .gives(true, "nothing is left");
        calling("Games.ruined(10, 10, 0.5, rng)", () -> Games.ruined(10, 10, 0.5, rng))
                .gives(false, "the goal is reached");
        calling("Games.ruined(0, 10, 1, rng)", () -> Games.ruined(0, 10, 1, rng))
                .gives(true, "nothing is left to play with, although every round would be won");
        calling("Games.ruined(10, 10, 0, rng)", () -> Games.ruined(10, 10, 0, rng))
                .gives(false, "the goal is reached, so there's no round to lose");
    }

    private static Estimate everyFifth() {
        var trial = new AtomicInteger();
        return MonteCarlo.probability(_ -> trial.incrementAndGet() % 5 == 0, 25, Rng.of(1));
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }

    private static int count(int games, BooleanSupplier game) {
        int wins = 0;
        for (int i = 0; i < games; i++) {
            wins += game.getAsBoolean() ? 1 : 0;
        }
        return wins;
    }
}
