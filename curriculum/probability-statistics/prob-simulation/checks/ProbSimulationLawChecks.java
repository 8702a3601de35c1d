package gradus.checks.prob_simulation;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.MetamorphicRelations.relations;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.ml.stats.Estimate;
import gradus.ml.stats.Interval;
import gradus.ml.stats.MonteCarlo;
import gradus.proctor.assertions.Clause;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.property.Gen;
import gradus.proctor.property.Pair;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for every estimate, and for every row of trials.
class ProbSimulationLawChecks {

    /// The outcomes of the trials: 1 where the event occurs.
    private static final Gen<int[]> OUTCOMES = Gen.intArrays(Gen.ints(0, 1), 1, 40);

    private static final Gen<Pair<Double, Double>> ESTIMATES = Gen.pairs(Gen.doubles(-8, 8), Gen.doubles(0, 4));

    @Test
    @DisplayName("probability keeps to its definition for any number of trials, in any order of outcomes")
    @Clause({"fraction", "standard-error", "trials"})
    void definition() {
        MemberProbes.of(
                        "MonteCarlo.probability(event, x.length, rng), where the event occurs in trial i if x[i] > 0,",
                        Argument.array(),
                        x -> estimate(Arrays.stream(x)
                                .mapToInt(each -> each > 0 ? 1 : 0)
                                .toArray()),
                        ProbSimulationLawChecks::definition)
                .upTo(17)
                .hold("value and standard error are k / n and √(p·(1 − p) / n)");
    }

    @Test
    @DisplayName("four times as many trials of the same kind halve the standard error")
    @Clause("standard-error")
    void errorFallsWithTheRoot() {
        relations(OUTCOMES, x -> "the standard error for the outcomes " + JavaLiterals.of(x), x -> estimate(x)[1])
                .equivariant("each outcome four times", x -> copies(x, 4), error -> error / 2, "it falls with √n")
                .equivariant("each outcome 100 times", x -> copies(x, 100), error -> error / 10, "it falls with √n");
    }

    @Test
    @DisplayName("an event and its opposite have the same standard error, and estimates that add up to 1")
    @Clause({"fraction", "standard-error"})
    void opposite() {
        relations(
                        OUTCOMES,
                        x -> "the estimate for the outcomes " + JavaLiterals.of(x),
                        ProbSimulationLawChecks::estimate)
                .equivariant(
                        "every outcome the other way round",
                        x -> Arrays.stream(x).map(each -> 1 - each).toArray(),
                        result -> new double[] {1 - result[0], result[1]},
                        "one of the two occurs in each trial");
    }

    @Test
    @DisplayName("a higher level gives a wider interval")
    @Clause("interval")
    void widerForMore() {
        forAll(Gen.pairs(Gen.doubles(0.55, 0.95), Gen.doubles(0.005, 0.04))).check(pair -> {
            double level = pair.first() + pair.second();
            double narrower = calling(
                            "new Estimate(2, 0.5).confidenceInterval(" + pair.first() + ").width()",
                            () -> new Estimate(2, 0.5)
                                    .confidenceInterval(pair.first())
                                    .width())
                    .result();
            calling(
                            "new Estimate(2, 0.5).confidenceInterval(" + level + ").width()",
                            () -> new Estimate(2, 0.5).confidenceInterval(level).width())
                    .satisfies(
                            width -> width > narrower,
                            "more than " + narrower + ", the width at level " + pair.first(),
                            "to contain the truth more often, an interval must be longer");
        });
    }

    @Test
    @DisplayName("a standard normal number lies in the interval of 0 ± 1 with the probability that the level says")
    @Clause({"interval", "accuracy"})
    void quantile() {
        forAll(Gen.doubles(0.001, 0.9999)).check(level -> {
            String call = "new Estimate(0, 1).confidenceInterval(" + level + ")";
            double[] ends = calling(call, () -> ends(new Estimate(0, 1).confidenceInterval(level)))
                    .result();
            calling(
                            "the probability of a normal number between the ends of " + call,
                            () -> normalBelow(ends[1]) - normalBelow(ends[0]))
                    .gives(level, "that's what a level means, and the rest is half below and half above");
            calling("the sum of the ends of " + call, () -> ends[0] + ends[1])
                    .within(0, 1e-9)
                    .gives(0.0, "the estimate is in the middle");
        });
    }

    @Test
    @DisplayName("the interval moves with the estimate and grows with its standard error")
    @Clause({"interval", "not-cut-off", "accuracy"})
    void movesAndGrows() {
        relations(
                        ESTIMATES,
                        e -> "new Estimate(" + e.first() + ", " + e.second() + ").confidenceInterval(0.8)",
                        e -> ends(new Estimate(e.first(), e.second()).confidenceInterval(0.8)))
                .equivariant(
                        "5 added to the value",
                        e -> new Pair<>(e.first() + 5, e.second()),
                        ends -> new double[] {ends[0] + 5, ends[1] + 5},
                        "both ends move by 5")
                .equivariant(
                        "value and standard error times 3",
                        e -> new Pair<>(3 * e.first(), 3 * e.second()),
                        ends -> new double[] {3 * ends[0], 3 * ends[1]},
                        "in units a third as large, all numbers are three times as large")
                .equivariant(
                        "the value negated",
                        e -> new Pair<>(-e.first(), e.second()),
                        ends -> new double[] {-ends[1], -ends[0]},
                        "left and right are treated alike");
    }

    /// Value and standard error for these outcomes, one for each trial.
    private static double[] estimate(int... outcomes) {
        var trial = new AtomicInteger();
        Estimate estimate = MonteCarlo.probability(
                _ -> {
                    int i = trial.getAndIncrement();
                    return i < outcomes.length && outcomes[i] == 1;
                },
                outcomes.length,
                Rng.of(1));
        return new double[] {estimate.value(), estimate.standardError()};
    }

    private static double[] definition(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("no trials");
        }
        double k = Arrays.stream(x).filter(each -> each > 0).count();
        double n = x.length;
        return new double[] {k / n, Math.sqrt(k * (n - k) / n) / n};
    }

    private static int[] copies(int[] x, int times) {
        int[] all = new int[times * x.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = x[i / times];
        }
        return all;
    }

    /// The cumulative distribution function of the standard normal distribution, by the series around 0.
    private static double normalBelow(double z) {
        double term = z;
        double sum = z;
        for (int k = 1; k < 200; k++) {
            term *= -z * z / (2 * k);
            sum += term / (2 * k + 1);
        }
        return 0.5 + sum / Math.sqrt(2 * Math.PI);
    }

    private static double[] ends(Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
