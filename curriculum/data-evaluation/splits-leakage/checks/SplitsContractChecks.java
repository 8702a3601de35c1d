package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.Expect.calling;
import static gradus.proctor.format.JavaLiterals.elements;
import static gradus.proctor.property.Property.forAll;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import gradus.proctor.assertions.Expect;
import gradus.proctor.property.Gen;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The contract at its edges, with small inputs.
class SplitsContractChecks {

    @Test
    @DisplayName("holdout rounds the size of the test set to the nearest whole number")
    @Clause("holdout-size")
    void holdoutRounds() {
        sizeOfHoldout(10, 0.24, 2, 2);
        sizeOfHoldout(10, 0.28, 3, 3);
        sizeOfHoldout(7, 0.4, 3, 3);
        sizeOfHoldout(100, 0.29, 29, 29);
        sizeOfHoldout(3, 0.8, 2, 2);
    }

    @Test
    @DisplayName("halfway between two whole numbers, holdout rounds up or down")
    @Clause({"halves", "holdout-size"})
    void holdoutRoundsHalves() {
        sizeOfHoldout(10, 0.25, 2, 3);
        sizeOfHoldout(5, 0.5, 2, 3);
    }

    @Test
    @DisplayName("holdout leaves at least one row on each side, however small or large the fraction is")
    @Clause("holdout-size")
    void holdoutFillsBothSets() {
        forAll(Gen.pairs(Gen.ints(2, 20), Gen.oneOf(0.01, 0.99, 0.001, 0.999)))
                .cases(40)
                .check(pair -> sizeOfHoldout(
                        pair.first(),
                        pair.second(),
                        pair.second() < 0.5 ? 1 : pair.first() - 1,
                        pair.second() < 0.5 ? 1 : pair.first() - 1));
    }

    private static void sizeOfHoldout(int n, double testFraction, int least, int most) {
        calling(
                        "TrainTestSplit.holdout(" + n + ", " + testFraction + ", Rng.of(3))",
                        () -> TrainTestSplit.holdout(n, testFraction, Rng.of(3)))
                .satisfies(
                        split -> split.test().length >= least
                                && split.test().length <= most
                                && split.train().length == n - split.test().length,
                        (least == most ? "" + least : least + " or " + most) + " test rows, and the other rows train",
                        testFraction + " · " + n + ", rounded, but at least 1 row in each set");
    }

    @Test
    @DisplayName("a test fraction that isn't above 0 and below 1 is refused by all four methods")
    @Clause("fraction")
    void fractionIsRefused() {
        int[] numbers = {1, 2, 1, 2};
        long[] times = {1, 2, 3, 4};
        forAll(Gen.anyOf(Gen.oneOf(0.0, 1.0, Double.NaN), Gen.doubles(-3, -0.01), Gen.doubles(1.01, 40)))
                .cases(20)
                .check(f -> {
                    refuses("holdout(4, " + f + ", Rng.of(1))", () -> TrainTestSplit.holdout(4, f, Rng.of(1)));
                    refuses(
                            "stratified({1, 2, 1, 2}, " + f + ", Rng.of(1))",
                            () -> TrainTestSplit.stratified(numbers, f, Rng.of(1)));
                    refuses(
                            "grouped({1, 2, 1, 2}, " + f + ", Rng.of(1))",
                            () -> TrainTestSplit.grouped(numbers, f, Rng.of(1)));
                    refuses("byTime({1, 2, 3, 4}, " + f + ")", () -> TrainTestSplit.byTime(times, f));
                });
    }

    private static void refuses(String call, Callable<TrainTestSplit> split) {
        calling("TrainTestSplit." + call, split)
                .fails(
                        IllegalArgumentException.class,
                        "the fraction must be above 0 and below 1, so that both sets get rows; NaN isn't a fraction");
    }

    @Test
    @DisplayName("holdout refuses fewer than 2 rows")
    @Clause("too-little")
    void holdoutNeedsTwoRows() {
        for (int n : new int[] {1, 0}) {
            calling(
                            "TrainTestSplit.holdout(" + n + ", 0.5, Rng.of(1))",
                            () -> TrainTestSplit.holdout(n, 0.5, Rng.of(1)))
                    .fails(IllegalArgumentException.class, "each set needs a row, and no row can be in both");
        }
    }

    @Test
    @DisplayName("grouped refuses fewer than 2 groups")
    @Clause("too-little")
    void groupedNeedsTwoGroups() {
        forAll(Gen.pairs(Gen.ints(0, 5), Gen.ints(-9, 9))).cases(20).check(pair -> {
            int[] groups = new int[pair.first()];
            Arrays.fill(groups, pair.second());
            calling(
                            "TrainTestSplit.grouped({" + elements(groups) + "}, 0.5, Rng.of(1))",
                            () -> TrainTestSplit.grouped(groups, 0.5, Rng.of(1)))
                    .fails(IllegalArgumentException.class, "each set needs a whole group");
        });
    }

    @Test
    @DisplayName("byTime refuses rows that all have the same time")
    @Clause("too-little")
    void byTimeNeedsTwoTimes() {
        forAll(Gen.pairs(Gen.ints(0, 5), Gen.ints(-9, 9))).cases(20).check(pair -> {
            long[] times = new long[pair.first()];
            Arrays.fill(times, pair.second());
            calling(
                            "TrainTestSplit.byTime(" + SplitsLawChecks.written(times) + ", 0.5)",
                            () -> TrainTestSplit.byTime(times, 0.5))
                    .fails(IllegalArgumentException.class, "no row is earlier than another");
        });
    }

    @Test
    @DisplayName("stratified refuses a class with a single row, wherever it stands")
    @Clause("single-row")
    void aSingleRowIsRefused() {
        forAll(Gen.pairs(Gen.ints(0, 4), Gen.ints(0, 7))).cases(30).check(pair -> {
            // Rows of the classes 5 and 6 in turn, and one row of another class among them.
            int n = 2 * pair.first();
            int at = Math.min(pair.second(), n);
            int[] labels = IntStream.rangeClosed(0, n)
                    .map(row -> row == at ? pair.second() - 4 : 5 + (row < at ? row : row - 1) % 2)
                    .toArray();
            calling(
                            "TrainTestSplit.stratified({" + elements(labels) + "}, 0.5, Rng.of(1))",
                            () -> TrainTestSplit.stratified(labels, 0.5, Rng.of(1)))
                    .fails(
                            IllegalArgumentException.class,
                            "one row can't be on both sides: its class would be tested without training, or never");
        });
    }

    @Test
    @DisplayName("stratified never returns an empty test set")
    @Clause({"no-empty-test", "stratified-counts"})
    void noEmptyTestSet() {
        for (int[] labels : new int[][] {{1, 1, 2, 2}, {}}) {
            String call = "TrainTestSplit.stratified({" + elements(labels) + "}, 0.1, Rng.of(1))";
            try {
                TrainTestSplit split = TrainTestSplit.stratified(labels, 0.1, Rng.of(1));
                Expect.that(
                        split.test().length > 0,
                        call,
                        "an IllegalArgumentException, or a test set with a row",
                        split,
                        "without test rows there is nothing to measure");
            } catch (IllegalArgumentException _) {
                calling(call, () -> TrainTestSplit.stratified(labels, 0.1, Rng.of(1)))
                        .fails(IllegalArgumentException.class, "no class gets a test row");
            }
        }
    }

    @Test
    @DisplayName("grouped leaves at least one group on each side, at fractions close to 0 and 1")
    @Clause("groups-whole")
    void bothSidesGetAGroup() {
        forAll(Gen.pairs(
                        Gen.intArrays(Gen.ints(1, 9), 2, 4),
                        Gen.pairs(Gen.oneOf(0.8, 0.01, 0.99, 0.3), Gen.ints(0, 99))))
                .cases(40)
                .check(pair -> {
                    int[] groups = SplitsLawChecks.numbered(pair.first());
                    double fraction = pair.second().first();
                    int seed = pair.second().second();
                    calling(
                                    () -> "TrainTestSplit.grouped({" + elements(groups) + "}, " + fraction + ", Rng.of("
                                            + seed + "))",
                                    () -> TrainTestSplit.grouped(groups, fraction, Rng.of(seed)))
                            .satisfies(
                                    split -> split.train().length > 0
                                            && split.test().length > 0
                                            && split.train().length + split.test().length == groups.length,
                                    "at least one group in each set, and every row in one of them",
                                    "an empty training set teaches nothing, and an empty test set measures nothing");
                });
    }

    @Test
    @DisplayName("byTime keeps rows of the same time together")
    @Clause("ties")
    void equalTimesStayTogether() {
        latest(
                new long[] {1, 2, 2, 2},
                0.25,
                new int[] {1, 2, 3},
                "the latest row is of time 2, and so are rows 1 and 2");
        latest(new long[] {9, 5, 9, 5, 5}, 0.2, new int[] {0, 2}, "the latest row is of time 9, and so is another");
        latest(
                new long[] {4, 7, 6, 6, 8},
                0.6,
                new int[] {1, 2, 3, 4},
                "the third latest row is of time 6, and so is another");
    }

    @Test
    @DisplayName("byTime trains on the earliest time, even if its rows would reach into the test set")
    @Clause("ties")
    void theEarliestTimeTrains() {
        latest(
                new long[] {1, 1, 1, 2},
                0.5,
                new int[] {3},
                "the rows of time 1 stay together, and are the earliest of all");
        latest(new long[] {3, 8, 3, 9, 3}, 0.8, new int[] {1, 3}, "the rows of time 3 are the earliest of all");
    }

    @Test
    @DisplayName("times may be negative, or as far apart as a long allows")
    @Clause({"any-values", "latest"})
    void anyTimes() {
        latest(new long[] {-5, -9, -1}, 0.34, new int[] {2}, "−1 is later than −5 and −9");
        latest(
                new long[] {Long.MAX_VALUE, 0, Long.MIN_VALUE},
                0.34,
                new int[] {0},
                "the largest number is the latest time");
        latest(
                new long[] {3_000_000_000L, 1, 5_000_000_000L, 2},
                0.25,
                new int[] {2},
                "a time may be larger than any int");
    }

    @Test
    @DisplayName("byTime tests round(testFraction · n) rows, and at least one row is on each side")
    @Clause("latest")
    void sizeByTime() {
        long[] times = {6, 2, 9, 4, 1, 8, 3, 10, 5, 7};
        latest(times, 0.24, new int[] {2, 7}, "0.24 · 10, rounded, is 2");
        latest(times, 0.28, new int[] {2, 5, 7}, "0.28 · 10, rounded, is 3");
        latest(times, 0.01, new int[] {7}, "at least one row is tested");
        latest(times, 0.99, new int[] {0, 1, 2, 3, 5, 6, 7, 8, 9}, "at least one row trains");
    }

    private static void latest(long[] times, double testFraction, int[] test, String why) {
        calling(
                        "TrainTestSplit.byTime(" + SplitsLawChecks.written(times) + ", " + testFraction + ").test()",
                        () -> TrainTestSplit.byTime(times, testFraction).test())
                .gives(test, why);
    }

    @Test
    @DisplayName("a class or a group may have any int as its number")
    @Clause({"any-values", "stratified-counts", "groups-whole"})
    void anyNumbers() {
        int low = Integer.MIN_VALUE;
        int high = Integer.MAX_VALUE;
        int[] numbers = {low, high, -1, high, low, -1};
        calling(
                        "TrainTestSplit.stratified({MIN_VALUE, MAX_VALUE, -1, MAX_VALUE, MIN_VALUE, -1}, 0.5, Rng.of(1))",
                        () -> TrainTestSplit.stratified(numbers, 0.5, Rng.of(1)))
                .satisfies(
                        split -> split.train().length + split.test().length == 6 && split.test().length > 0,
                        "six rows, some of them in the test set",
                        "the numbers of classes are names");
        calling(
                        "TrainTestSplit.grouped({MIN_VALUE, MAX_VALUE, -1, MAX_VALUE, MIN_VALUE, -1}, 0.3, Rng.of(1))",
                        () -> TrainTestSplit.grouped(numbers, 0.3, Rng.of(1)))
                .satisfies(
                        split -> SplitsLawChecks.shared(split, numbers) == 0 && split.test().length > 0,
                        "no number on both sides",
                        "the numbers of groups are names");
    }
}
