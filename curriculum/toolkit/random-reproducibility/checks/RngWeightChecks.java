package gradus.checks.random_reproducibility;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.SampleAssertions;
import gradus.proctor.format.JavaLiterals;
import gradus.proctor.probes.Argument;
import gradus.proctor.probes.MemberProbes;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The hidden checks of weighted choices.
class RngWeightChecks {

    private static final String POSITIVE = "a positive weight";
    private static final Gen<double[]> WITH_ZEROS = Gen.arrays(Gen.anyOf(Gen.constant(0.0), Gen.doubles(0.01, 9)), 1, 8)
            .filter(weights -> Arrays.stream(weights).sum() > 0);

    @Test
    @DisplayName("each index comes up in proportion to its weight")
    @Clause("choice-shares")
    void shares() {
        shares(new double[] {3, 1, 0, 6}, 30_000, "the weights add up to 10");
        shares(new double[] {0.5, 0.25, 0.25}, 10_000, "the weights add up to 1");
    }

    @Test
    @DisplayName("weights may add up to more or less than 1")
    @Clause("choice-shares")
    void sumsOtherThanOne() {
        shares(new double[] {0.1, 0.3}, 10_000, "the weights add up to 0.4");
        shares(new double[] {1.5, 2.5, 4}, 10_000, "the weights add up to 8");
    }

    @Test
    @DisplayName("all weights times the same factor give the same shares")
    @Clause({"choice-shares", "choice-range"})
    void factor() {
        forAll(Gen.ints(-300, 300))
                .cases(8)
                .shrinkingCalls(10)
                .check(power -> shares(
                        new double[] {Math.pow(10, power), 3 * Math.pow(10, power)}, 3_000, "only proportions count"));
    }

    @Test
    @DisplayName("weights of every kind are kept to")
    @Clause("choice-shares")
    void anyWeights() {
        forAll(Gen.arrays(Gen.doubles(1, 9), 2, 5))
                .cases(15)
                .shrinkingCalls(20)
                .check(weights -> shares(weights, 4_000, "the share of an index is its weight divided by the sum"));
    }

    @Test
    @DisplayName("a weight of 0 is never chosen, not even for the smallest draw")
    @Clause({"choice-zero", "every-draw"})
    void zeroAtTheSmallestDraw() {
        forAll(WITH_ZEROS)
                .check(weights -> calling(
                                () -> "the weight of rng.choice({" + JavaLiterals.elements(weights)
                                        + "}), where the next nextDouble() is 0.0",
                                () -> chosen(0, weights))
                        .satisfies(weight -> weight > 0, POSITIVE, "nextDouble() can be exactly 0"));
    }

    @Test
    @DisplayName("a weight of 0 is never chosen, not even for the largest draw")
    @Clause({"choice-zero", "every-draw", "choice-range"})
    void zeroAtTheLargestDraw() {
        double[] tenths = new double[11];
        Arrays.fill(tenths, 0, 10, 0.1);
        double[] ones = new double[11];
        Arrays.fill(ones, 0, 10, 1);
        double[][] edges = {tenths, ones, {Double.MIN_VALUE, 0}, {0, Double.MIN_VALUE, 0}, {0, Double.MAX_VALUE, 0}};
        forAll(Gen.anyOf(Gen.oneOf(edges[0], edges), WITH_ZEROS))
                .check(weights -> calling(
                                () -> "the weight of rng.choice({" + JavaLiterals.elements(weights)
                                        + "}), where the next nextDouble() is 1 − 2⁻⁵³",
                                () -> chosen(-1, weights))
                        .satisfies(
                                weight -> weight > 0,
                                POSITIVE,
                                "it's the largest nextDouble(), and rounding must not carry it beyond the weights"));
    }

    /// In doubles, 0.3 + 0.7 is 1, and 1 − 2⁻⁵³ − 0.3 is 0.7, so a walk that subtracts ends at 0.
    @Test
    @DisplayName("where rounding carries the walk past the last weight, a weight of 0 is still never chosen")
    @Clause({"choice-zero", "every-draw"})
    void roundedPastTheEnd() {
        double[] weights = {0.3, 0.7, 0};
        calling(
                        "rng.choice({0.3, 0.7, 0}), where the next nextDouble() is 1 − 2⁻⁵³",
                        () -> RngBoundChecks.drawing(-1, -1).choice(weights))
                .satisfies(
                        index -> index == 0 || index == 1,
                        "0 or 1",
                        "index 2 has weight 0; and in doubles, 1 − 2⁻⁵³ − 0.3 − 0.7 is 0, not below 0");
    }

    @Test
    @DisplayName("choice refuses weights that are negative or not finite, and all zeros, at every size")
    @Clause({"choice-invalid", "choice-unchanged", "choice-zero"})
    void probes() {
        MemberProbes.of(
                        "x[Rng.of(7).choice(x)] > 0",
                        Argument.array(),
                        x -> x[Rng.of(7).choice(x)] > 0,
                        RngWeightChecks::areWeights)
                .upTo(65)
                .elements(Gen.doubles(0, 8))
                .hold("an index of positive weight comes up, or the weights are refused");
    }

    @Test
    @DisplayName("weights are refused if their sum is 0 or infinite")
    @Clause({"choice-invalid", "choice-range"})
    void sums() {
        for (double[] weights :
                new double[][] {{}, {0}, {0, 0, 0}, {-0.0}, {Double.MAX_VALUE, Double.MAX_VALUE}, {1, -0.5}}) {
            calling(
                            () -> "rng.choice({" + JavaLiterals.elements(weights) + "})",
                            () -> Rng.of(2).choice(weights))
                    .fails(IllegalArgumentException.class, "a weight divided by such a sum is no probability");
        }
    }

    @Test
    @DisplayName("one choice says nothing about the next")
    @Clause("independent")
    void choicesAreIndependent() {
        var rng = Rng.of(14);
        double[] weights = {1, 1};
        long[] counts = RngBoundChecks.counts(4, 12_000, () -> 2 * rng.choice(weights) + rng.choice(weights));
        for (int i = 0; i < 4; i++) {
            SampleAssertions.hasProportion(
                    i / 2 + " and then " + i % 2 + " among pairs of results of rng.choice({1, 1})",
                    counts[i],
                    12_000,
                    0.25,
                    "all four pairs are equally likely");
        }
    }

    /// The weight of the index that is chosen where `nextLong()` is `bits`.
    private static double chosen(long bits, double[] weights) {
        return weights[RngBoundChecks.drawing(bits, bits).choice(weights)];
    }

    private static void shares(double[] weights, int draws, String why) {
        var rng = Rng.of(33);
        long[] counts = RngBoundChecks.counts(weights.length, draws, () -> rng.choice(weights.clone()));
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                SampleAssertions.hasProportion(
                        i + " among the results of rng.choice({" + JavaLiterals.elements(weights) + "})",
                        counts[i],
                        draws,
                        weights[i] / sum,
                        why);
            }
        }
    }

    private static boolean areWeights(double[] x) {
        double sum = 0;
        for (double weight : x) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight is below 0, or NaN");
            }
            sum += weight;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the sum is " + sum);
        }
        return true;
    }
}
