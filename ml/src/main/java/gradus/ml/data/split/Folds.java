package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// k splits of the same rows, for cross-validation: but for [#byTime], each row is tested exactly once.
///
/// Source: M. Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", Journal of the
/// Royal Statistical Society B 36 (1974), 111–147.
public final class Folds {

    private Folds() {}

    /// k tests of n rows in random order; their sizes differ by at most 1. With k = n, each row is a test
    /// of its own.
    ///
    /// @param k from 2 to n
    public static List<TrainTestSplit> of(int n, int k, Rng rng) {
        requireFolds(k, n, "rows");
        return assign(rng.permutation(n), k);
    }

    /// k tests that have the classes in the proportions of the whole: the rows of a class are dealt out in
    /// turn, so that two tests differ by at most 1 in each class and in all.
    ///
    /// @param labels the class of each row, shape `(n)`
    /// @param k from 2 to n
    public static List<TrainTestSplit> stratified(int[] labels, int k, Rng rng) {
        requireFolds(k, labels.length, "rows");
        int[] order = Splits.rowsByLabel(labels).values().stream()
                .flatMapToInt(rows -> Arrays.stream(Splits.shuffled(rows, rng)))
                .toArray();
        return assign(order, k);
    }

    /// k tests of whole groups: rows of one group are never on both sides. The largest groups are dealt out
    /// first, each to the test that is the smallest so far, and chance orders groups of one size.
    ///
    /// @param groups whose each row is, shape `(n)`
    /// @param k from 2 to the number of groups
    public static List<TrainTestSplit> grouped(int[] groups, int k, Rng rng) {
        var members = new ArrayList<>(Splits.rowsByLabel(groups).values());
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
                .map(test -> Splits.ofTestRows(
                        groups.length, test.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    /// k tests, each later than all that it trains on: the rows are cut into k + 1 spans of time; test i is
    /// span i, and trains on all spans before it. Rows of one time are in one span.
    ///
    /// @param times when each row was, shape `(n)`, at least k + 1 different ones
    /// @throws IllegalArgumentException if rows of one time fill so much that a span would be empty
    public static List<TrainTestSplit> byTime(long[] times, int k) {
        requireFolds(k, times.length - 1, "rows less one");
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        int n = times.length;
        long[] begins = new long[k + 1];
        for (int span = 0; span <= k; span++) {
            begins[span] = sorted[(int) ((long) span * n / (k + 1))];
            if (span > 0 && begins[span] == begins[span - 1]) {
                throw new IllegalArgumentException("span " + (span - 1) + " of " + (k + 1)
                        + " would have no rows of its own, since so many are of time " + begins[span]
                        + "; take fewer folds");
            }
        }
        var splits = new ArrayList<TrainTestSplit>();
        for (int span = 1; span <= k; span++) {
            long begin = begins[span];
            long end = span < k ? begins[span + 1] : Long.MAX_VALUE;
            boolean last = span == k;
            splits.add(new TrainTestSplit(
                    IntStream.range(0, n).filter(row -> times[row] < begin).toArray(),
                    IntStream.range(0, n)
                            .filter(row -> times[row] >= begin && (last || times[row] < end))
                            .toArray()));
        }
        return List.copyOf(splits);
    }

    private static void requireFolds(int k, int max, String of) {
        if (k < 2 || k > max) {
            throw new IllegalArgumentException(
                    "folds are at least 2 and at most as many as " + of + ", which are " + max + ", got " + k);
        }
    }

    /// Row i of the order goes to test i mod k.
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
