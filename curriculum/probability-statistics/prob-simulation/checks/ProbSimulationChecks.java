package gradus.checks.prob_simulation;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.assertions.Expect.that;
import static gradus.proctor.property.Property.forAll;

import gradus.lab.prob_simulation.Games;
import gradus.ml.numbers.Rng;
import gradus.ml.stats.Estimate;
import gradus.ml.stats.Interval;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Purity;
import gradus.proctor.property.Gen;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Invalid arguments, extreme events, and what a trial gets.
class ProbSimulationChecks {

    @Test
    @DisplayName("probability throws if there are no trials")
    @Clause("trials")
    void noTrials() {
        forAll(Gen.ints(-1000, 0))
                .cases(20)
                .check(trials -> calling(
                                "MonteCarlo.probability(event, " + trials + ", rng)",
                                () -> MonteCarlo.probability(_ -> true, trials, Rng.of(1)))
                        .fails(IllegalArgumentException.class, "a fraction of no trials says nothing"));
        calling(
                        "MonteCarlo.probability(event, 1, rng).value(), for an event that occurs",
                        () -> MonteCarlo.probability(_ -> true, 1, Rng.of(1)).value())
                .gives(1.0, "one trial is enough for a fraction");
    }

    @Test
    @DisplayName("an event that occurs in one trial only counts once, early or late")
    @Clause("fraction")
    void oneOccurrence() {
        forAll(Gen.pairs(Gen.ints(1, 500), Gen.ints(0, 500))).cases(40).check(when -> {
            int n = when.first() + when.second();
            var trial = new AtomicInteger();
            calling(
                            "MonteCarlo.probability(event, " + n + ", rng).value(), for an event in trial "
                                    + when.first() + " only",
                            () -> {
                                trial.set(0);
                                return MonteCarlo.probability(
                                                _ -> trial.incrementAndGet() == when.first(), n, Rng.of(1))
                                        .value();
                            })
                    .gives(1.0 / n, "it occurred once");
        });
    }

    @Test
    @DisplayName("an event that occurs never or always has a standard error of 0")
    @Clause({"extremes", "standard-error"})
    void neverAndAlways() {
        forAll(Gen.ints(1, 60)).cases(20).check(n -> {
            calling(
                            "MonteCarlo.probability(never, " + n + ", rng)",
                            () -> numbers(MonteCarlo.probability(_ -> false, n, Rng.of(1))))
                    .gives(new double[] {0, 0}, "0 of " + n + ", and √(0 · 1 / " + n + ")");
            calling(
                            "MonteCarlo.probability(always, " + n + ", rng)",
                            () -> numbers(MonteCarlo.probability(_ -> true, n, Rng.of(1))))
                    .gives(new double[] {1, 0}, n + " of " + n + ", and √(1 · 0 / " + n + ")");
        });
    }

    @Test
    @DisplayName("every trial gets the generator that probability was given")
    @Clause("generator")
    void sameGenerator() {
        Rng rng = Rng.of(5);
        var got = new ArrayList<Rng>();
        calling("MonteCarlo.probability(event, 6, rng)", () -> MonteCarlo.probability(got::add, 6, rng))
                .result();
        that(
                got.stream().allMatch(each -> each == rng),
                "the generator that `event` got in MonteCarlo.probability(event, 6, rng)",
                "rng itself, in each trial",
                got.stream().filter(each -> each != rng).count() + " times another one",
                "trials continue one stream of random numbers");
    }

    @Test
    @DisplayName("the event is asked once for each trial, and probability itself draws nothing")
    @Clause("generator")
    void oneCallForEachTrial() {
        forAll(Gen.ints(1, 60)).cases(20).check(n -> {
            Rng rng = Rng.of(n);
            Rng twin = Rng.of(n);
            var calls = new AtomicInteger();
            calling(
                            "MonteCarlo.probability(event, " + n + ", rng)",
                            () -> MonteCarlo.probability(
                                    each -> {
                                        calls.incrementAndGet();
                                        return each.nextDouble() < 0.5;
                                    },
                                    n,
                                    rng))
                    .result();
            that(
                    calls.get() == n,
                    "the calls of event for " + n + " trials",
                    "" + n,
                    calls.get(),
                    "one call is one trial");
            for (int i = 0; i < n; i++) {
                twin.nextDouble();
            }
            that(
                    rng.state().equals(twin.state()),
                    "the state of rng after " + n + " trials that draw one number each",
                    "that of a generator after " + n + " draws",
                    "another one",
                    "all draws are those of the event");
        });
    }

    @Test
    @DisplayName("another seed gives another estimate, and the same seed the same")
    @Clause("generator")
    void dependsOnTheSeed() {
        Purity.seeded(
                seed -> "MonteCarlo.probability(heads, 100, Rng.of(" + seed + ")).value()",
                seed -> MonteCarlo.probability(rng -> rng.nextDouble() < 0.5, 100, Rng.of(seed))
                        .value());
    }

    @Test
    @DisplayName("confidenceInterval throws if the level isn't between 0 and 1")
    @Clause("level")
    void levelsOutOfRange() {
        Estimate estimate = new Estimate(0.5, 0.1);
        for (double level : new double[] {0, 1, -0.5, 1.5, 95, Double.NaN}) {
            calling(
                            "new Estimate(0.5, 0.1).confidenceInterval(" + level + ")",
                            () -> estimate.confidenceInterval(level))
                    .fails(IllegalArgumentException.class, "a level lies between 0 and 1, both excluded");
        }
        forAll(Gen.anyOf(Gen.doubles(1, 100), Gen.doubles(-100, 0)))
                .check(level -> calling(
                                "new Estimate(0.5, 0).confidenceInterval(" + level + ")",
                                () -> new Estimate(0.5, 0).confidenceInterval(level))
                        .fails(IllegalArgumentException.class, "also if the standard error is 0"));
    }

    @Test
    @DisplayName("the interval isn't cut off at 0 or 1")
    @Clause("not-cut-off")
    void beyondProbabilities() {
        calling(
                        "new Estimate(0.99, 0.1).confidenceInterval(0.95)",
                        () -> ends(new Estimate(0.99, 0.1).confidenceInterval(0.95)))
                .within(1e-4, 0)
                .gives(new double[] {0.794004, 1.185996}, "an estimate needn't be a probability");
        calling(
                        "new Estimate(0.01, 0.1).confidenceInterval(0.95)",
                        () -> ends(new Estimate(0.01, 0.1).confidenceInterval(0.95)))
                .within(1e-4, 0)
                .gives(new double[] {-0.185996, 0.205996}, "an estimate needn't be a probability");
    }

    @Test
    @DisplayName("without a standard error, the interval is the estimate alone")
    @Clause("interval")
    void withoutError() {
        forAll(Gen.pairs(Gen.doubles(-9, 9), Gen.doubles(0.01, 0.99)))
                .check(pair -> calling(
                                "new Estimate(" + pair.first() + ", 0).confidenceInterval(" + pair.second() + ")",
                                () -> ends(new Estimate(pair.first(), 0).confidenceInterval(pair.second())))
                        .gives(new double[] {pair.first(), pair.first()}, "any number of standard errors is 0"));
    }

    @Test
    @DisplayName("among 366 people, two always share a birthday")
    @Clause("birthday")
    void moreThanTheDaysOfAYear() {
        forAll(Gen.pairs(Gen.ints(366, 1000), Gen.ints(0, 999)))
                .check(group -> calling(
                                "Games.sharedBirthday(" + group.first() + ", Rng.of(" + group.second() + "))",
                                () -> Games.sharedBirthday(group.first(), Rng.of(group.second())))
                        .gives(true, "there are only 365 days"));
    }

    @Test
    @DisplayName("two people can share a birthday")
    @Clause("birthday")
    void pairs() {
        Rng rng = Rng.of(8);
        calling("whether Games.sharedBirthday(2, rng) is ever true in 10,000 calls", () -> {
                    boolean shared = false;
                    for (int i = 0; i < 10_000; i++) {
                        shared |= Games.sharedBirthday(2, rng);
                    }
                    return shared;
                })
                .gives(true, "about 27 of 10,000 pairs have the same birthday");
    }

    @Test
    @DisplayName("a gambler who always wins is never ruined, and one who never wins always is")
    @Clause("ruin")
    void certainRounds() {
        forAll(Gen.pairs(Gen.ints(1, 20), Gen.ints(1, 20))).cases(30).check(game -> {
            int stake = game.first();
            int goal = stake + game.second();
            Rng rng = Rng.of(7);
            calling("Games.ruined(" + stake + ", " + goal + ", 1, rng)", () -> Games.ruined(stake, goal, 1, rng))
                    .gives(false, "each round is won, up to the goal");
            calling("Games.ruined(" + stake + ", " + goal + ", 0, rng)", () -> Games.ruined(stake, goal, 0, rng))
                    .gives(true, "each round is lost, until nothing is left");
        });
    }

    private static double[] numbers(Estimate estimate) {
        return new double[] {estimate.value(), estimate.standardError()};
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
