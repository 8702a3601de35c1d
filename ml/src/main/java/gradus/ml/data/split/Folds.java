package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// k-fold cross-validation: k splits of the same rows. Except with [#byTime], each row is in exactly one test
/// set.
///
/// The methods correspond to `KFold` (shuffled), `StratifiedKFold`, `GroupKFold` and `TimeSeriesSplit` in
/// scikit-learn.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
public final class Folds {

    private Folds() {}

    /// Shuffled k-fold: assigns n rows at random to k test sets whose sizes differ by at most 1. With k = n
    /// this is leave-one-out cross-validation.
    ///
    /// @param n number of rows
    /// @param k number of folds, from 2 to n
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if `k` is out of range
    public static List<TrainTestSplit> of(int n, int k, Rng rng) {
        requireFolds(k, n, "rows");
        return assign(rng.permutation(n), k);
    }

    /// Stratified k-fold: each test set has the class proportions of the whole data set.
    ///
    /// Shuffles the rows of each class and assigns them to the folds in turn (round-robin), so two test sets
    /// differ by at most 1 row in each class and in total. Each class needs at least 2 rows, as in
    /// [TrainTestSplit#stratified], so no row is tested whose class was not trained on; in scikit-learn,
    /// `StratifiedKFold` only warns.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param k number of folds, from 2 to n
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if `k` is out of range, or a class has only 1 row
    public static List<TrainTestSplit> stratified(int[] labels, int k, Rng rng) {
        requireFolds(k, labels.length, "rows");
        int[] order = TrainTestSplit.rowsByClass(labels).values().stream()
                .flatMapToInt(rows -> Arrays.stream(Splits.shuffled(rows, rng)))
                .toArray();
        return assign(order, k);
    }

    /// Group k-fold: assigns whole groups, so the rows of a group are never in both sets of a split.
    ///
    /// Greedy: takes the largest groups first, each for the test set that is smallest so far. Groups of equal
    /// size are in random order.
    ///
    /// @param groups the group of each row, shape `(n)`
    /// @param k number of folds, from 2 to the number of groups
    /// @param rng source of randomness
    /// @throws IllegalArgumentException if `k` is out of range
    public static List<TrainTestSplit> grouped(int[] groups, int k, Rng rng) {
        var members = new ArrayList<>(TrainTestSplit.rowsByLabel(groups).values());
        requireFolds(k, members.size(), "groups");
        List<List<Integer>> order = Arrays.stream(rng.permutation(members.size()))
                .mapToObj(members::get)
                .sorted(Comparator.comparingInt(rows -> -rows.size()))
                .toList();
        List<List<Integer>> tests = IntStream.range(0, k)
                .<List<Integer>>mapToObj(_ -> new ArrayList<>())
                .toList();
        for (List<Integer> rows : order) {
            tests.stream()
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow()
                    .addAll(rows);
        }
        return tests.stream()
                .map(test -> Splits.ofTestRows(groups.length, Splits.toArray(test)))
                .toList();
    }

    /// Time series split (expanding window): each test set is later than its whole training set.
    ///
    /// Cuts the rows into k + 1 consecutive time spans of about equal size, numbered from 0. Split i, from 1
    /// to k, tests on span i and trains on all spans before it. Rows with equal times are in the same span.
    ///
    /// @param times the time of each row, shape `(n)`, at least k + 1 different ones
    /// @param k number of folds, from 2 to n - 1
    /// @throws IllegalArgumentException if `k` is out of range, or so many rows have the same time that a
    ///     span would be empty
    public static List<TrainTestSplit> byTime(long[] times, int k) {
        return byTime(times, k, 0);
    }

    /// Time series split with a gap (`gap` of scikit-learn, which counts rows): like [#byTime(long[], int)],
    /// but each training row is earlier than the whole test set by at least `gap`; rows in the gap are left
    /// out.
    ///
    /// To forecast a year ahead, use a gap of a year: when the first forecast of a test set is made, no later
    /// target is known yet.
    ///
    /// @param times the time of each row, shape `(n)`, at least k + 1 different ones
    /// @param k number of folds, from 2 to n - 1
    /// @param gap in the unit of the times, ≥ 0; with 0, training rows are just earlier
    /// @throws IllegalArgumentException as without a gap, if `gap` is negative, or if it leaves no training
    ///     row in a split
    public static List<TrainTestSplit> byTime(long[] times, int k, long gap) {
        TrainTestSplit.requireGap(gap);
        requireFolds(k, times.length - 1, "rows minus one");
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        int n = times.length;
        long[] begins = new long[k + 1];
        for (int span = 0; span <= k; span++) {
            begins[span] = sorted[(int) ((long) span * n / (k + 1))];
            if (span > 0 && begins[span] == begins[span - 1]) {
                throw new IllegalArgumentException("time span " + (span - 1) + " of " + (k + 1)
                        + " would be empty, because too many rows have time " + begins[span] + "; use fewer folds");
            }
        }
        var splits = new ArrayList<TrainTestSplit>();
        for (int span = 1; span <= k; span++) {
            long begin = begins[span];
            long end = span < k ? begins[span + 1] : Long.MAX_VALUE;
            boolean last = span == k;
            int[] train = TrainTestSplit.rowsBefore(times, begin, gap);
            if (train.length == 0) {
                throw new IllegalArgumentException(
                        "gap " + gap + " leaves no training row before the test set of split " + (span - 1)
                                + ", which begins at time " + begin + "; use a smaller gap or fewer folds");
            }
            splits.add(new TrainTestSplit(
                    train,
                    IntStream.range(0, n)
                            .filter(row -> times[row] >= begin && (last || times[row] < end))
                            .toArray()));
        }
        return List.copyOf(splits);
    }

    private static void requireFolds(int k, int max, String of) {
        if (k < 2 || k > max) {
            throw new IllegalArgumentException(
                    "k must be at least 2 and at most the number of " + of + ", " + max + ", got " + k);
        }
    }

    /// Assigns row `order[i]` to test set i mod k.
    private static List<TrainTestSplit> assign(int[] order, int k) {
        return IntStream.range(0, k)
                .mapToObj(fold -> Splits.ofTestRows(
                        order.length,
                        IntStream.range(0, order.length)
                                .filter(i -> i % k == fold)
                                .map(i -> order[i])
                                .toArray()))
                .toList();
    }
}
