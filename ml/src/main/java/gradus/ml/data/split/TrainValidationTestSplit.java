package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A three-way split: the row indices of a training set, a validation set and a test set. The constructor
/// rejects a split in which a row is in two sets.
///
/// Models are fitted to the training set. The validation set is for choices: a hyperparameter, a threshold,
/// when to stop training. The test set is for one last number; whoever chooses by it has no such number left.
///
/// All three sets are in ascending order. Fractions are those of all rows, and each factory method works like
/// the one of [TrainTestSplit] with the same name, which first sets the test set apart and then splits the
/// other rows.
///
/// @param train the training set: the rows that models, and the preprocessing before them, are fitted to
/// @param validation the validation set: the rows by which models are compared
/// @param test the test set: the rows on which the chosen model is evaluated
public record TrainValidationTestSplit(int[] train, int[] validation, int[] test) {

    /// @throws IllegalArgumentException if a row is in two sets or twice in one, or an index is negative
    public TrainValidationTestSplit {
        train = TrainTestSplit.sorted(train, "train");
        validation = TrainTestSplit.sorted(validation, "validation");
        test = TrainTestSplit.sorted(test, "test");
        requireDisjoint(train, "train", validation, "validation");
        requireDisjoint(train, "train", test, "test");
        requireDisjoint(validation, "validation", test, "test");
    }

    private static void requireDisjoint(int[] a, String first, int[] b, String second) {
        int shared = TrainTestSplit.sharedRow(a, b);
        if (shared >= 0) {
            throw new IllegalArgumentException(
                    "row " + shared + " is in " + first + " and in " + second + "; each row must be in one set only");
        }
    }

    /// The row indices of the training set, as a copy.
    @Override
    public int[] train() {
        return train.clone();
    }

    /// The row indices of the validation set, as a copy.
    @Override
    public int[] validation() {
        return validation.clone();
    }

    /// The row indices of the test set, as a copy.
    @Override
    public int[] test() {
        return test.clone();
    }

    /// The training set with the validation set as its test set, to compare models without the test set.
    public TrainTestSplit trainAndValidation() {
        return new TrainTestSplit(train, validation);
    }

    /// Holdout: uniformly random sets of `round(fraction · n)` rows, but at least 1 row in each set. O(n).
    ///
    /// @param n the number of rows, at least 3
    /// @param validationFraction fraction of the rows in the validation set, above 0
    /// @param testFraction fraction of the rows in the test set, above 0; both together below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if `n` or a fraction is out of range
    public static TrainValidationTestSplit holdout(int n, double validationFraction, double testFraction, Rng rng) {
        requireFractions(validationFraction, testFraction);
        requireRows(n);
        int testCount = Math.clamp(Math.round(testFraction * n), 1, n - 2);
        int validationCount = Math.clamp(Math.round(validationFraction * n), 1, n - 1 - testCount);
        int[] order = rng.permutation(n);
        int notTrain = testCount + validationCount;
        return new TrainValidationTestSplit(
                Arrays.copyOfRange(order, notTrain, n),
                Arrays.copyOfRange(order, testCount, notTrain),
                Arrays.copyOf(order, testCount));
    }

    /// Stratified split: random within each class, so all sets have the class proportions of the whole data
    /// set.
    ///
    /// @param labels the class of each row, shape `(n)`, at least 3 rows of each class
    /// @param validationFraction fraction of the rows in the validation set, above 0
    /// @param testFraction fraction of the rows in the test set, above 0; both together below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if a class has fewer than 3 rows, a set would be empty, or a fraction
    ///     is out of range
    public static TrainValidationTestSplit stratified(
            int[] labels, double validationFraction, double testFraction, Rng rng) {
        requireFractions(validationFraction, testFraction);
        Map<Integer, List<Integer>> rowsByClass = TrainTestSplit.rowsByLabel(labels);
        rowsByClass.forEach((label, rows) -> {
            if (rows.size() < 3) {
                throw new IllegalArgumentException("a stratified split into three sets needs at least 3 rows of each "
                        + "class, got " + rows.size() + " of class " + label + " (row " + rows.getFirst()
                        + "); drop the class, merge it with another, or don't stratify");
            }
        });
        int[] test = Splits.sample(rowsByClass, testFraction, 2, rng);
        int[] rest = Splits.ofTestRows(labels.length, test).train();
        int[] restLabels = Labels.selectRows(labels, rest);
        int[] validation =
                Splits.sample(TrainTestSplit.rowsByLabel(restLabels), validationFraction / (1 - testFraction), 1, rng);
        if (test.length == 0 || validation.length == 0) {
            throw new IllegalArgumentException("validationFraction " + validationFraction + " and testFraction "
                    + testFraction + " of " + labels.length + " rows select " + validation.length + " and "
                    + test.length + " rows; use larger fractions, or don't stratify");
        }
        return ofRest(rest, Splits.ofTestRows(rest.length, validation), test);
    }

    /// Split by time: the latest rows are the test set, those before them the validation set, and the
    /// earliest ones the training set. Rows with equal times stay together.
    ///
    /// @param times the time of each row, shape `(n)`, at least 3 different ones
    /// @param validationFraction fraction of the rows in the validation set, above 0
    /// @param testFraction fraction of the rows in the test set, above 0; both together below 1
    /// @throws IllegalArgumentException if there are too few different times, or a fraction is out of range
    public static TrainValidationTestSplit byTime(long[] times, double validationFraction, double testFraction) {
        return byTime(times, validationFraction, testFraction, 0);
    }

    /// Split by time with a gap: each training row is earlier than the whole validation set by at least
    /// `gap`, and each of both earlier than the whole test set; rows in the gaps are left out.
    ///
    /// @param times the time of each row, shape `(n)`, at least 3 different ones
    /// @param validationFraction fraction of the rows in the validation set, above 0
    /// @param testFraction fraction of the rows in the test set, above 0; both together below 1
    /// @param gap in the unit of the times, ≥ 0; with 0, rows are just earlier
    /// @throws IllegalArgumentException as without a gap, if `gap` is negative, or if it leaves a set empty
    public static TrainValidationTestSplit byTime(
            long[] times, double validationFraction, double testFraction, long gap) {
        requireFractions(validationFraction, testFraction);
        requireRows(times.length);
        TrainTestSplit outer = TrainTestSplit.byTime(times, testFraction, gap);
        int[] rest = outer.train();
        long[] restTimes = Arrays.stream(rest).mapToLong(row -> times[row]).toArray();
        if (Arrays.stream(restTimes).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "a split by time into three sets needs at least 2 different times before "
                            + "the test set, but a gap of " + gap + " leaves rows of time " + restTimes[0]
                            + " only; use a smaller gap or a smaller test set");
        }
        int count = Math.clamp(Math.round(validationFraction * times.length), 1, rest.length - 1);
        TrainTestSplit inner = TrainTestSplit.byTime(restTimes, (double) count / rest.length);
        return ofRest(rest, TrainTestSplit.withGap(inner, restTimes, gap, "validation set"), outer.test());
    }

    /// The split with these test rows, where `inner` numbers rows within the rest.
    private static TrainValidationTestSplit ofRest(int[] rest, TrainTestSplit inner, int[] test) {
        return new TrainValidationTestSplit(
                Labels.selectRows(rest, inner.train()), Labels.selectRows(rest, inner.test()), test);
    }

    private static void requireFractions(double validationFraction, double testFraction) {
        if (!(validationFraction > 0 && testFraction > 0 && validationFraction + testFraction < 1)) {
            throw new IllegalArgumentException("validationFraction and testFraction must be above 0 and below 1 "
                    + "together, got " + validationFraction + " and " + testFraction);
        }
    }

    private static void requireRows(int n) {
        if (n < 3) {
            throw new IllegalArgumentException(
                    "a split into three sets needs at least 3 rows, one for each set, got " + n);
        }
    }

    /// Whether `object` is a split into the same three sets.
    @Override
    public boolean equals(Object object) {
        return object instanceof TrainValidationTestSplit other
                && Arrays.equals(train, other.train)
                && Arrays.equals(validation, other.validation)
                && Arrays.equals(test, other.test);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(train) + Arrays.hashCode(validation)) + Arrays.hashCode(test);
    }

    /// The three sets, such as `train [0, 2], validation [3], test [1]`.
    @Override
    public String toString() {
        return "train " + Arrays.toString(train) + ", validation " + Arrays.toString(validation) + ", test "
                + Arrays.toString(test);
    }
}
