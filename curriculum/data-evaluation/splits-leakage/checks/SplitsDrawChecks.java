package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.SampleAssertions.matchProbabilities;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.assertions.Purity;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What is drawn at random: from the generator alone, and every choice equally likely.
class SplitsDrawChecks {

    private static final int[] LABELS =
            IntStream.range(0, 60).map(row -> row % 3).toArray();
    private static final int[] GROUPS =
            IntStream.range(0, 60).map(row -> row / 3).toArray();

    @Test
    @DisplayName("holdout draws from its generator alone: the same seed gives the same split")
    @Clause("seed")
    void holdoutIsSeeded() {
        Purity.seeded(
                seed -> "TrainTestSplit.holdout(60, 0.4, Rng.of(" + seed + ")).test()",
                seed -> TrainTestSplit.holdout(60, 0.4, Rng.of(seed)).test());
    }

    @Test
    @DisplayName("stratified draws from its generator alone: the same seed gives the same split")
    @Clause("seed")
    void stratifiedIsSeeded() {
        Purity.seeded(
                seed -> "TrainTestSplit.stratified(labels, 0.4, Rng.of(" + seed + ")).test()",
                seed -> TrainTestSplit.stratified(LABELS, 0.4, Rng.of(seed)).test());
    }

    @Test
    @DisplayName("grouped draws from its generator alone: the same seed gives the same split")
    @Clause("seed")
    void groupedIsSeeded() {
        Purity.seeded(
                seed -> "TrainTestSplit.grouped(groups, 0.4, Rng.of(" + seed + ")).test()",
                seed -> TrainTestSplit.grouped(GROUPS, 0.4, Rng.of(seed)).test());
    }

    @Test
    @DisplayName("holdout draws every set of 2 of 5 rows equally often")
    @Clause("holdout-random")
    void everyTestSetIsEquallyLikely() {
        matchProbabilities(
                "the test sets of 1,000 splits TrainTestSplit.holdout(5, 0.4, rng), as 01, 02, 03, 04, 12, …",
                pairs(5, rng -> TrainTestSplit.holdout(5, 0.4, rng).test()),
                equal(10),
                "a test set of 2 of 5 rows is one of 10, and each is equally likely");
    }

    @Test
    @DisplayName("stratified draws every pair of rows of a class equally often")
    @Clause("stratified-random")
    void everyPairOfAClassIsEquallyLikely() {
        int[] labels = {3, 6, 3, 3, 6, 3, 6, 6};
        int[] third = {0, 2, 3, 5};
        matchProbabilities(
                "the test rows of class 3 in 1,000 splits stratified({3, 6, 3, 3, 6, 3, 6, 6}, 0.5, rng)",
                pairs(4, rng -> {
                    int[] test = TrainTestSplit.stratified(labels, 0.5, rng).test();
                    return IntStream.range(0, 4)
                            .filter(i -> Arrays.stream(test).anyMatch(row -> row == third[i]))
                            .toArray();
                }),
                equal(6),
                "2 of the 4 rows of class 3 are tested: 6 pairs, each equally likely");
    }

    @Test
    @DisplayName("grouped tests each of five equal groups equally often")
    @Clause("groups-random")
    void everyGroupIsEquallyLikely() {
        int[] groups = {0, 0, 1, 1, 2, 2, 3, 3, 4, 4};
        long[] counts = new long[5];
        Rng rng = Rng.of(11);
        for (int i = 0; i < 500; i++) {
            Arrays.stream(TrainTestSplit.grouped(groups, 0.4, rng).test())
                    .map(row -> groups[row])
                    .distinct()
                    .forEach(group -> counts[group]++);
        }
        matchProbabilities(
                "how often each group was tested in 500 splits grouped({0, 0, 1, 1, 2, 2, 3, 3, 4, 4}, 0.4, rng)",
                counts,
                equal(5),
                "no group is special, whatever its number and wherever its rows stand");
    }

    /// How often each pair of the n rows is the test set, in 1,000 splits by one generator.
    private static long[] pairs(int n, Function<Rng, int[]> test) {
        long[] counts = new long[n * (n - 1) / 2];
        Rng rng = Rng.of(5);
        for (int i = 0; i < 1000; i++) {
            int[] rows = test.apply(rng);
            Expect.that(rows.length == 2, "the test rows of split " + i, "2 rows", rows, "half, or 0.4 of 5");
            int next = 0;
            for (int a = 0; a < n; a++) {
                for (int b = a + 1; b < n; b++) {
                    if (rows[0] == a && rows[1] == b) {
                        counts[next]++;
                    }
                    next++;
                }
            }
        }
        return counts;
    }

    private static double[] equal(int count) {
        double[] probabilities = new double[count];
        Arrays.fill(probabilities, 1.0 / count);
        return probabilities;
    }
}
