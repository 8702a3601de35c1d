package gradus.checks.splits_leakage;

import static gradus.proctor.assertions.Expect.calling;

import gradus.ml.data.split.TrainTestSplit;
import gradus.ml.numbers.Rng;
import gradus.proctor.assertions.Clause;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Each method once, with numbers that you can check with a pencil.
class SplitsTest {

    @Test
    @DisplayName("of 10 rows, a test fraction of 0.3 puts 3 in the test set and 7 in the training set")
    @Clause({"holdout-size", "every-row"})
    void holdoutByHand() {
        calling("TrainTestSplit.holdout(10, 0.3, Rng.of(1))", () -> TrainTestSplit.holdout(10, 0.3, Rng.of(1)))
                .satisfies(
                        split -> split.test().length == 3 && split.train().length == 7,
                        "3 test rows and 7 training rows",
                        "0.3 · 10 = 3, and every row is in one of the two sets");
    }

    @Test
    @DisplayName("of 8 healthy and 4 ill patients, a test fraction of 0.25 tests 2 healthy and 1 ill one")
    @Clause({"stratified-counts", "every-row"})
    void stratifiedByHand() {
        int[] labels = {0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0};
        calling(
                        "TrainTestSplit.stratified({0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0}, 0.25, Rng.of(1))",
                        () -> TrainTestSplit.stratified(labels, 0.25, Rng.of(1)))
                .satisfies(
                        split -> split.train().length == 9 && of(0, labels, split) == 2 && of(1, labels, split) == 1,
                        "2 test rows of class 0 and 1 of class 1, and 9 training rows",
                        "0.25 · 8 = 2 and 0.25 · 4 = 1, and the other rows train");
    }

    @Test
    @DisplayName("of four patients with two scans each, both scans of a patient are on the same side")
    @Clause({"groups-whole", "every-row"})
    void groupedByHand() {
        int[] patients = {7, 2, 7, 5, 9, 2, 5, 9};
        calling(
                        "TrainTestSplit.grouped({7, 2, 7, 5, 9, 2, 5, 9}, 0.25, Rng.of(1))",
                        () -> TrainTestSplit.grouped(patients, 0.25, Rng.of(1)))
                .satisfies(
                        split -> split.train().length + split.test().length == 8
                                && Arrays.stream(split.test())
                                        .noneMatch(tested -> Arrays.stream(split.train())
                                                .anyMatch(trained -> patients[trained] == patients[tested])),
                        "rows 0 and 2 on the same side, and so 1 and 5, 3 and 6, 4 and 7",
                        "these are the two scans of patients 7, 2, 5 and 9");
    }

    @Test
    @DisplayName("the latest two of five days are the test set, wherever they stand")
    @Clause({"latest", "every-row"})
    void byTimeByHand() {
        long[] days = {30, 10, 50, 20, 40};
        calling("TrainTestSplit.byTime({30, 10, 50, 20, 40}, 0.4)", () -> TrainTestSplit.byTime(days, 0.4))
                .gives(
                        new TrainTestSplit(new int[] {0, 1, 3}, new int[] {2, 4}),
                        "0.4 · 5 = 2, and the latest two days are 50 in row 2 and 40 in row 4");
    }

    /// How many test rows have this label.
    private static long of(int label, int[] labels, TrainTestSplit split) {
        return Arrays.stream(split.test()).filter(row -> labels[row] == label).count();
    }
}
