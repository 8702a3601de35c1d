package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
        train = sorted(train, "train");
        test = sorted(test, "test");
        int shared = sharedRow(train, test);
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
        int count = testCount(n, testFraction);
        boolean[] tested = new boolean[n];
        for (int row : rng.sample(n, count)) {
            tested[row] = true;
        }
        return ofTested(tested);
    }

    /// Stratified split: random within each class, so both sets have the class proportions of the whole data
    /// set.
    ///
    /// Of m rows of a class, `testFraction · m` are in the test set, rounded up or down, but never all m. Each
    /// class needs at least 2 rows, as in scikit-learn: a class of a single row would be tested without
    /// having been trained on, or trained on without ever being tested.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if a class has only 1 row, the test set would be empty, or
    ///     `testFraction` is out of range
    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        requireFraction(testFraction);
        boolean[] tested = new boolean[labels.length];
        int seen = 0;
        int taken = 0;
        for (List<Integer> rows : rowsByClass(labels).values()) {
            seen += rows.size();
            // Rounding the running total, not each class, keeps the size of the test set right to 1 row. With a
            // tolerance, because 0.29 · 100 is 28.999999999999996.
            int upToHere = (int) Math.floor(testFraction * seen + 1e-9);
            for (int i : rng.sample(rows.size(), Math.min(upToHere - taken, rows.size() - 1))) {
                tested[rows.get(i)] = true;
            }
            taken = upToHere;
        }
        if (taken == 0) {
            throw new IllegalArgumentException("testFraction " + testFraction + " of " + labels.length
                    + " rows selects no row of any class; use a larger testFraction, or don't stratify");
        }
        return ofTested(tested);
    }

    /// Grouped split: assigns whole groups at random, so the rows of a group are never in both sets.
    ///
    /// Use it when rows of a group resemble each other (visits of one patient, rooms of one house). The number
    /// of test rows differs from `testFraction · n` by at most the size of the largest group, and each set
    /// gets at least one group.
    ///
    /// @param groups the group of each row (a patient, a house), shape `(n)`, at least 2 different ones
    /// @param testFraction fraction of the rows in the test set, above 0 and below 1
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if there are fewer than 2 groups, or `testFraction` is out of range
    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        requireFraction(testFraction);
        List<List<Integer>> members = List.copyOf(rowsByLabel(groups).values());
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "a grouped split needs at least 2 groups, one for each set, got " + members.size());
        }
        boolean[] tested = new boolean[groups.length];
        int size = 0;
        int taken = 0;
        for (int group : rng.permutation(members.size())) {
            List<Integer> rows = members.get(group);
            // Halfway to the size with this group: below the target, that size is nearer to it.
            if (size + rows.size() / 2.0 < testFraction * groups.length && taken < members.size() - 1) {
                rows.forEach(row -> tested[row] = true);
                size += rows.size();
                taken++;
            }
        }
        if (taken == 0) {
            members.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .forEach(row -> tested[row] = true);
        }
        return ofTested(tested);
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
        int first = times.length - testCount(times.length, testFraction);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        // If the earliest test row is as early as any row, the test set begins at the next time instead.
        while (first < times.length && sorted[first] == sorted[0]) {
            first++;
        }
        if (first == times.length) {
            throw new IllegalArgumentException(
                    "a split by time needs at least 2 different times, got " + sorted[0] + " in all rows");
        }
        boolean[] tested = new boolean[times.length];
        for (int row = 0; row < times.length; row++) {
            tested[row] = times[row] >= sorted[first];
        }
        return ofTested(tested);
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
        requireGap(gap);
        return withGap(byTime(times, testFraction), times, gap, "test set");
    }

    /// The size of the test set for n rows; each set gets at least 1.
    private static int testCount(int n, double testFraction) {
        requireFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs at least 2 rows, one for each set, got " + n);
        }
        return Math.clamp(Math.round(testFraction * n), 1, n - 1);
    }

    private static void requireFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction must be above 0 and below 1, got " + testFraction);
        }
    }

    /// The split with the rows that are true here as the test set, and the others as the training set.
    static TrainTestSplit ofTested(boolean[] tested) {
        return new TrainTestSplit(
                IntStream.range(0, tested.length).filter(row -> !tested[row]).toArray(),
                IntStream.range(0, tested.length).filter(row -> tested[row]).toArray());
    }

    /// The rows in ascending order, once it is clear that they are distinct.
    static int[] sorted(int[] rows, String name) {
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] < 0 || (i > 0 && sorted[i] == sorted[i - 1])) {
                throw new IllegalArgumentException(name + " must hold distinct row indices of at least 0, got row "
                        + sorted[i] + (sorted[i] < 0 ? "" : " twice"));
            }
        }
        return sorted;
    }

    /// The first row of `b` that is in `a` too, or -1.
    static int sharedRow(int[] a, int[] b) {
        var rows = new BitSet();
        for (int row : a) {
            rows.set(row);
        }
        return Arrays.stream(b).filter(rows::get).findFirst().orElse(-1);
    }

    /// The row indices of each class or group, in ascending order of its number.
    static Map<Integer, List<Integer>> rowsByLabel(int[] labels) {
        var rowsByLabel = new TreeMap<Integer, List<Integer>>();
        for (int row = 0; row < labels.length; row++) {
            rowsByLabel.computeIfAbsent(labels[row], _ -> new ArrayList<>()).add(row);
        }
        return rowsByLabel;
    }

    /// The row indices of each class, for a stratified split.
    ///
    /// @throws IllegalArgumentException if a class has only 1 row
    static Map<Integer, List<Integer>> rowsByClass(int[] labels) {
        Map<Integer, List<Integer>> rowsByClass = rowsByLabel(labels);
        rowsByClass.forEach((label, rows) -> {
            if (rows.size() == 1) {
                throw new IllegalArgumentException("a stratified split needs at least 2 rows of each class, one to "
                        + "train on and one to test on, got 1 of class " + label + " (row " + rows.getFirst()
                        + "); drop that row, merge its class with another, or don't stratify");
            }
        });
        return rowsByClass;
    }

    /// Leaves out the training rows in the gap before the test rows.
    ///
    /// @param split a split by time
    /// @param latestSet what the test rows are for, such as `test set`
    static TrainTestSplit withGap(TrainTestSplit split, long[] times, long gap, String latestSet) {
        int[] test = split.test();
        long begin = Arrays.stream(test).mapToLong(row -> times[row]).min().orElseThrow();
        int[] train = rowsBefore(times, begin, gap);
        if (train.length == 0) {
            throw new IllegalArgumentException("gap " + gap + " leaves no training row before the " + latestSet
                    + ", which begins at time " + begin + "; use a smaller gap or a smaller " + latestSet);
        }
        return new TrainTestSplit(train, test);
    }

    static void requireGap(long gap) {
        if (gap < 0) {
            throw new IllegalArgumentException("gap must be at least 0, got " + gap);
        }
    }

    /// The rows that are earlier than `begin`, and by at least `gap`.
    static int[] rowsBefore(long[] times, long begin, long gap) {
        // The difference of two far times may be 2⁶³ or more, which only the unsigned order can tell.
        return IntStream.range(0, times.length)
                .filter(row -> times[row] < begin && Long.compareUnsigned(begin - times[row], gap) >= 0)
                .toArray();
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
