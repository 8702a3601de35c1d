package gradus.ml.data;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How rows are dealt out to the two sides of a split.
final class Shares {

    private Shares() {}

    /// How many of n rows are for the test; both sides get one.
    static int testCount(int n, double share) {
        requireShare(share);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs at least 2 rows, one for each side, got " + n);
        }
        return Math.clamp(Math.round(share * n), 1, n - 1);
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share of the test lies between 0 and 1, got " + share);
        }
    }

    /// The split whose test is these rows, and whose training is the rest of n.
    static Split split(int n, int[] test) {
        var tested = new BitSet(n);
        for (int row : test) {
            tested.set(row);
        }
        return new Split(IntStream.range(0, n).filter(row -> !tested.get(row)).toArray(), test);
    }

    /// The rows of each class or group, by its number.
    static Map<Integer, List<Integer>> members(int[] labels) {
        var members = new TreeMap<Integer, List<Integer>>();
        for (int row = 0; row < labels.length; row++) {
            members.computeIfAbsent(labels[row], _ -> new ArrayList<>()).add(row);
        }
        return members;
    }

    static int[] shuffled(List<Integer> rows, Rng rng) {
        int[] shuffled = rows.stream().mapToInt(Integer::intValue).toArray();
        rng.shuffle(shuffled);
        return shuffled;
    }

    static Split stratified(int[] labels, double share, Rng rng) {
        requireShare(share);
        List<Integer> test = new ArrayList<>();
        // What rounding down took from the classes so far: the whole comes out right to one row.
        double owed = 0;
        for (List<Integer> rows : members(labels).values()) {
            double wanted = share * rows.size();
            int count = (int) Math.floor(wanted);
            owed += wanted - count;
            // A crumb, or ten tenths would not be one.
            if (owed >= 1 - 1e-9) {
                count++;
                owed--;
            }
            count = Math.min(count, rows.size() - 1);
            for (int row : Arrays.copyOf(shuffled(rows, rng), count)) {
                test.add(row);
            }
        }
        if (test.isEmpty()) {
            throw new IllegalArgumentException("a test of share " + share + " of " + labels.length
                    + " rows takes no row of any class; make the share larger, or do not stratify");
        }
        return split(labels.length, test.stream().mapToInt(Integer::intValue).toArray());
    }

    static Split grouped(int[] groups, double share, Rng rng) {
        requireShare(share);
        List<List<Integer>> members = List.copyOf(members(groups).values());
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "a split by groups needs at least 2, one for each side, got " + members.size());
        }
        double wanted = share * groups.length;
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
        return split(groups.length, test.stream().mapToInt(Integer::intValue).toArray());
    }

    static Split byTime(long[] times, double share) {
        int n = times.length;
        int count = testCount(n, share);
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
        return split(n, IntStream.range(0, n).filter(row -> times[row] >= begin).toArray());
    }
}
