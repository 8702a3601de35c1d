package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.Arrays;

/// A train/test split: the row indices of a training set and a test set. The constructor rejects a split in
/// which a row is in both sets.
///
/// Row indices start at 0, and both sets are in ascending order. The factory methods correspond to
/// `train_test_split`, `StratifiedShuffleSplit` and `GroupShuffleSplit` in scikit-learn, for one split.
///
/// @param train the training set: the rows that the model, and the preprocessing before it, are fitted to
/// @param test the test set: the rows that the model is evaluated on
public record TrainTestSplit(int[] train, int[] test) {

    /// @throws IllegalArgumentException if a row is in both sets or twice in one, or an index is negative
    public TrainTestSplit {
        train = Splits.sorted(train, "train");
        test = Splits.sorted(test, "test");
        int shared = Splits.sharedRow(train, test);
        if (shared >= 0) {
            throw new IllegalArgumentException(
                    "row " + shared + " is in train and in test; test a model only on rows that it wasn't fitted to");
        }
    }

    /// The row indices of the training set, as a copy.
    @Override
    public int[] train() {
        return train.clone();
    }

    /// The row indices of the test set, as a copy.
    @Override
    public int[] test() {
        return test.clone();
    }

    /// Holdout: a uniformly random test set of `round(testFraction · n)` rows, but at least 1 row in each
    /// set. O(n).
    ///
    /// scikit-learn's `train_test_split` rounds the size of the test set up instead.
    ///
    /// @param n the number of rows, at least 2
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if `n` or `testFraction` is out of range
    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = Splits.testCount(n, testFraction);
        int[] order = rng.permutation(n);
        return Splits.ofTestRows(n, Arrays.copyOf(order, count));
    }

    /// Stratified split: random within each class, so both sets have the class proportions of the whole data
    /// set.
    ///
    /// Of m rows of a class, `floor(testFraction · m)` or one more are in the test set, but never all m. Each
    /// class needs at least 2 rows, as in scikit-learn: a class of a single row would be tested without
    /// having been trained on, or trained on without ever being tested.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if a class has only 1 row, the test set would be empty, or
    ///     `testFraction` is out of range
    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        return Splits.stratified(labels, testFraction, rng);
    }

    /// Grouped split: assigns whole groups at random, so the rows of a group are never in both sets.
    ///
    /// Use it when rows of a group resemble each other (visits of one patient, rooms of one house). Goes
    /// through the groups in random order and adds a group to the test set if that brings its size closer to
    /// `testFraction · n` rows. Each set gets at least one group.
    ///
    /// @param groups the group of each row (a patient, a house), shape `(n)`, at least 2 different ones
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if there are fewer than 2 groups, or `testFraction` is out of range
    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        return Splits.grouped(groups, testFraction, rng);
    }

    /// Split by time: the latest rows, about `testFraction · n` of them, are the test set, so every training
    /// row is earlier than every test row.
    ///
    /// Rows with equal times stay together. Rows as early as the earliest test row join the test set; if
    /// those are the earliest rows of all, they are the training set. O(n·log n).
    ///
    /// @param times the time of each row, in any unit that increases with time, such as epoch days, shape
    ///     `(n)`, at least 2 different ones
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @throws IllegalArgumentException if all times are equal, or `testFraction` is out of range
    public static TrainTestSplit byTime(long[] times, double testFraction) {
        return byTime(times, testFraction, 0);
    }

    /// Split by time with a gap: like [#byTime(long[], double)], but each training row is earlier than the
    /// whole test set by at least `gap`; rows in the gap are left out.
    ///
    /// To forecast a year ahead, use a gap of a year: when the first forecast of the test set is made, no
    /// later target is known yet.
    ///
    /// @param times the time of each row, shape `(n)`, at least 2 different ones
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param gap in the unit of the times, ≥ 0; with 0, training rows are just earlier
    /// @throws IllegalArgumentException as without a gap, if `gap` is negative, or if it leaves no training
    ///     row
    public static TrainTestSplit byTime(long[] times, double testFraction, long gap) {
        return Splits.byTime(times, testFraction, gap);
    }

    /// Whether `object` is a split into the same training set and test set.
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

    /// Both sets, such as `train [0, 2], test [1]`.
    @Override
    public String toString() {
        return "train " + Arrays.toString(train) + ", test " + Arrays.toString(test);
    }
}
