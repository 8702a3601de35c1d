package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.BitSet;

/// The rows to train on and the rows to test on. No row is in both: no object of this class could be made
/// otherwise.
///
/// Rows are counted from 0; both sets stand in ascending order.
///
/// @param train the rows that a model, and everything that is learned before it, may see
/// @param test the rows that it is tried on
public record TrainTestSplit(int[] train, int[] test) {

    /// @throws IllegalArgumentException if a row is in both or twice in one, or one is negative
    public TrainTestSplit {
        train = sorted(train, "train");
        test = sorted(test, "test");
        var trained = new BitSet();
        for (int row : train) {
            trained.set(row);
        }
        for (int row : test) {
            if (trained.get(row)) {
                throw new IllegalArgumentException(
                        "row " + row + " is in train and in test; a model must not be tried on what it has seen");
            }
        }
    }

    private static int[] sorted(int[] rows, String side) {
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || (i > 0 && sorted[i] == sorted[i - 1])) {
                throw new IllegalArgumentException(
                        "rows are 0 or more and come once, got " + sorted[i] + " in " + side);
            }
        }
        return sorted;
    }

    /// The rows to train on, as a copy.
    @Override
    public int[] train() {
        return train.clone();
    }

    /// The rows to test on, as a copy.
    @Override
    public int[] test() {
        return test.clone();
    }

    /// Rows drawn by chance: `round(testFraction · n)` of them for the test, but at least 1 on each side.
    ///
    /// @param n the number of rows, at least 2
    /// @param testFraction how much of it is for the test, above 0 and below 1
    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = Splits.testCount(n, testFraction);
        int[] order = rng.permutation(n);
        return Splits.ofTestRows(n, Arrays.copyOf(order, count));
    }

    /// Rows drawn by chance from each class, so that both sides have the classes in the proportions of the
    /// whole: of m rows of a class, `floor(testFraction · m)` or one more are for the test. A class with one
    /// row is for training only.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param testFraction how much is for the test, above 0 and below 1
    /// @throws IllegalArgumentException if no row is left for the test
    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        return Splits.stratified(labels, testFraction, rng);
    }

    /// Whole groups drawn by chance: rows of one group are never on both sides. Groups are put into the test,
    /// in random order, as long as that brings it nearer to `testFraction · n` rows; at least one group is on
    /// each side.
    ///
    /// @param groups whose each row is (a patient, a house), shape `(n)`, at least 2 of them
    /// @param testFraction how much is for the test, above 0 and below 1
    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        return Splits.grouped(groups, testFraction, rng);
    }

    /// The latest rows for the test, about `testFraction · n` of them: every row to train on is earlier than
    /// every row of the test. Rows of one time stay together, on the side that the first of them falls on.
    ///
    /// @param times when each row was, in any unit that grows, shape `(n)`, at least 2 different ones
    /// @param testFraction how much is for the test, above 0 and below 1
    public static TrainTestSplit byTime(long[] times, double testFraction) {
        return Splits.byTime(times, testFraction);
    }

    /// Whether `object` is a split into the same rows.
    @Override
    public boolean equals(Object object) {
        return object instanceof TrainTestSplit other
                && Arrays.equals(train, other.train)
                && Arrays.equals(test, other.test);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(train) + Arrays.hashCode(test);
    }

    /// Both sets, as in `train [0, 2], test [1]`.
    @Override
    public String toString() {
        return "train " + Arrays.toString(train) + ", test " + Arrays.toString(test);
    }
}
