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

/// How rows are assigned to the training set and the test set.
final class Splits {

    private Splits() {}

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

    /// The size of the test set for n rows; each set gets at least 1.
    static int testCount(int n, double testFraction) {
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

    /// The split with these rows as the test set and the rest of the n rows as the training set.
    static TrainTestSplit ofTestRows(int n, int[] test) {
        var tested = new BitSet(n);
        for (int row : test) {
            tested.set(row);
        }
        return new TrainTestSplit(
                IntStream.range(0, n).filter(row -> !tested.get(row)).toArray(), test);
    }

    /// The row indices of each class or group, in ascending order of the label.
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

    static int[] shuffled(List<Integer> rows, Rng rng) {
        int[] shuffled = toArray(rows);
        rng.shuffle(shuffled);
        return shuffled;
    }

    static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        requireFraction(testFraction);
        int[] test = sample(rowsByClass(labels), testFraction, 1, rng);
        if (test.length == 0) {
            throw new IllegalArgumentException("testFraction " + testFraction + " of " + labels.length
                    + " rows selects no row of any class; use a larger testFraction, or don't stratify");
        }
        return ofTestRows(labels.length, test);
    }

    /// A random sample of the rows that has the class proportions of all rows.
    ///
    /// @param leave how many rows of each class are not sampled, at least
    static int[] sample(Map<Integer, List<Integer>> rowsByClass, double fraction, int leave, Rng rng) {
        List<Integer> sample = new ArrayList<>();
        // Fractions of rows cut by rounding down so far: carrying them keeps the total right to 1 row.
        double carry = 0;
        for (List<Integer> rows : rowsByClass.values()) {
            double exactCount = fraction * rows.size();
            int count = (int) Math.floor(exactCount);
            carry += exactCount - count;
            // With a tolerance, since ten times 0.1 add up to less than 1.
            if (carry >= 1 - 1e-9) {
                count++;
                carry--;
            }
            count = Math.min(count, rows.size() - leave);
            for (int row : Arrays.copyOf(shuffled(rows, rng), count)) {
                sample.add(row);
            }
        }
        return toArray(sample);
    }

    static int[] toArray(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        requireFraction(testFraction);
        List<List<Integer>> members = List.copyOf(rowsByLabel(groups).values());
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "a grouped split needs at least 2 groups, one for each set, got " + members.size());
        }
        double targetSize = testFraction * groups.length;
        List<Integer> test = new ArrayList<>();
        int taken = 0;
        for (int group : rng.permutation(members.size())) {
            List<Integer> rows = members.get(group);
            boolean nearer = Math.abs(test.size() + rows.size() - targetSize) < Math.abs(test.size() - targetSize);
            if (nearer && taken < members.size() - 1) {
                test.addAll(rows);
                taken++;
            }
        }
        if (taken == 0) {
            test.addAll(
                    members.stream().min(Comparator.comparingInt(List::size)).orElseThrow());
        }
        return ofTestRows(groups.length, toArray(test));
    }

    static TrainTestSplit byTime(long[] times, double testFraction, long gap) {
        return latest(times, testCount(times.length, testFraction), gap, "test set");
    }

    /// The split by time with about `count` test rows, from 1 to n - 1.
    ///
    /// @param latestSet what the test rows are for, such as `test set`
    static TrainTestSplit latest(long[] times, int count, long gap, String latestSet) {
        requireGap(gap);
        int n = times.length;
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long first = sorted[n - count];
        if (first == sorted[0]) {
            // The earliest test row is as early as any row: the test set starts at the next time instead.
            first = Arrays.stream(sorted)
                    .filter(time -> time > sorted[0])
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a split by time needs at least 2 different times, got " + sorted[0] + " in all rows"));
        }
        long begin = first;
        int[] train = rowsBefore(times, begin, gap);
        if (train.length == 0) {
            throw new IllegalArgumentException("gap " + gap + " leaves no training row before the " + latestSet
                    + ", which begins at time " + begin + "; use a smaller gap or a smaller " + latestSet);
        }
        return new TrainTestSplit(
                train, IntStream.range(0, n).filter(row -> times[row] >= begin).toArray());
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
}
