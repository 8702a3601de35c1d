package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How rows are dealt out to the two sides of a split.
final class Splits {

    private Splits() {}

    /// How many of n rows are for the test; both sides get one.
    static int testCount(int n, double testFraction) {
        requireFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs at least 2 rows, one for each side, got " + n);
        }
        return Math.clamp(Math.round(testFraction * n), 1, n - 1);
    }

    private static void requireFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("the share of the test lies between 0 and 1, got " + testFraction);
        }
    }

    /// The split whose test is these rows, and whose training is the rest of n.
    static TrainTestSplit ofTestRows(int n, int[] test) {
        var tested = new BitSet(n);
        for (int row : test) {
            tested.set(row);
        }
        return new TrainTestSplit(
                IntStream.range(0, n).filter(row -> !tested.get(row)).toArray(), test);
    }

    /// The rows of each class or group, by its number.
    static Map<Integer, List<Integer>> rowsByLabel(int[] labels) {
        var rowsByLabel = new TreeMap<Integer, List<Integer>>();
        for (int row = 0; row < labels.length; row++) {
            rowsByLabel.computeIfAbsent(labels[row], _ -> new ArrayList<>()).add(row);
        }
        return rowsByLabel;
    }

    static int[] shuffled(List<Integer> rows, Rng rng) {
        int[] shuffled = rows.stream().mapToInt(Integer::intValue).toArray();
        rng.shuffle(shuffled);
        return shuffled;
    }

    static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        requireFraction(testFraction);
        List<Integer> test = new ArrayList<>();
        // What rounding down took from the classes so far: the whole comes out right to one row.
        double carry = 0;
        for (List<Integer> rows : rowsByLabel(labels).values()) {
            double wanted = testFraction * rows.size();
            int count = (int) Math.floor(wanted);
            carry += wanted - count;
            // A crumb, or ten tenths would not be one.
            if (carry >= 1 - 1e-9) {
                count++;
                carry--;
            }
            count = Math.min(count, rows.size() - 1);
            for (int row : Arrays.copyOf(shuffled(rows, rng), count)) {
                test.add(row);
            }
        }
        if (test.isEmpty()) {
            throw new IllegalArgumentException("a test of share " + testFraction + " of " + labels.length
                    + " rows takes no row of any class; make the share larger, or do not stratify");
        }
        return ofTestRows(
                labels.length, test.stream().mapToInt(Integer::intValue).toArray());
    }

    static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        requireFraction(testFraction);
        List<List<Integer>> members = List.copyOf(rowsByLabel(groups).values());
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "a split by groups needs at least 2, one for each side, got " + members.size());
        }
        double wanted = testFraction * groups.length;
        List<Integer> test = new ArrayList<>();
        int taken = 0;
        for (int group : rng.permutation(members.size())) {
            List<Integer> rows = members.get(group);
            boolean nearer = Math.abs(test.size() + rows.size() - wanted) < Math.abs(test.size() - wanted);
            if (nearer && taken < members.size() - 1) {
                test.addAll(rows);
                taken++;
            }
        }
        if (taken == 0) {
            test.addAll(members.stream()
                    .min(java.util.Comparator.comparingInt(List::size))
                    .orElseThrow());
        }
        return ofTestRows(
                groups.length, test.stream().mapToInt(Integer::intValue).toArray());
    }

    static TrainTestSplit byTime(long[] times, double testFraction) {
        int n = times.length;
        int count = testCount(n, testFraction);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long first = sorted[n - count];
        if (first == sorted[0]) {
            // The first test row is as early as any: the test begins with the next time.
            first = Arrays.stream(sorted)
                    .filter(time -> time > sorted[0])
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "a split by time needs at least 2 different times, got " + sorted[0] + " in all rows"));
        }
        long begin = first;
        return ofTestRows(
                n, IntStream.range(0, n).filter(row -> times[row] >= begin).toArray());
    }
}
