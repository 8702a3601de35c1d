import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        refuse(!(testFraction > 0) || !(testFraction < 1), "the fraction is " + testFraction);
        refuse(n < 2, "there are " + n + " rows");
        List<Integer> rows = byRandomKey(n, rng);
        int count = (int) Math.max(1, Math.min(n - 1, Math.rint(testFraction * n)));
        return cut(rows, count);
    }

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        refuse(!(testFraction > 0) || !(testFraction < 1), "the fraction is " + testFraction);
        refuse(labels.length == 0, "there are no rows");
        // Rows in random order, then sorted by class: within a class, the order stays random.
        List<Integer> rows = byRandomKey(labels.length, rng);
        rows.sort(Comparator.comparingInt(row -> labels[row]));
        List<Integer> test = new ArrayList<>();
        List<Integer> train = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size() && labels[rows.get(to)] == labels[rows.get(from)]) {
                to++;
            }
            int size = to - from;
            refuse(size == 1, "class " + labels[rows.get(from)] + " has 1 row");
            // At least one test row and one training row of each class.
            int count = Math.clamp((int) Math.floor(testFraction * size), 1, size - 1);
            test.addAll(rows.subList(from, from + count));
            train.addAll(rows.subList(from + count, to));
            from = to;
        }
        return of(train, test);
    }

    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        refuse(!(testFraction > 0) || !(testFraction < 1), "the fraction is " + testFraction);
        Map<Integer, Double> keys = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int group : groups) {
            if (!keys.containsKey(group)) {
                keys.put(group, rng.nextDouble());
            }
            sizes.put(group, sizes.getOrDefault(group, 0) + 1);
        }
        refuse(keys.size() < 2, "there are " + keys.size() + " groups");
        List<Integer> order = new ArrayList<>(keys.keySet());
        order.sort(Comparator.comparing(keys::get));
        int trained = 0;
        int inTraining = 0;
        // Fill the training set first; what is left over is the test set.
        while (inTraining < order.size() - 1 && trained < (1 - testFraction) * groups.length) {
            trained += sizes.get(order.get(inTraining));
            inTraining++;
        }
        List<Integer> test = new ArrayList<>();
        List<Integer> train = new ArrayList<>();
        for (int row = 0; row < groups.length; row++) {
            if (order.indexOf(groups[row]) < inTraining) {
                train.add(row);
            } else {
                test.add(row);
            }
        }
        return of(train, test);
    }

    public static TrainTestSplit byTime(long[] times, double testFraction) {
        refuse(!(testFraction > 0) || !(testFraction < 1), "the fraction is " + testFraction);
        TreeMap<Long, List<Integer>> rowsAt = new TreeMap<>();
        for (int row = 0; row < times.length; row++) {
            rowsAt.computeIfAbsent(times[row], _ -> new ArrayList<>()).add(row);
        }
        refuse(rowsAt.size() < 2, "there are " + rowsAt.size() + " different times");
        long count = Math.max(1, Math.round(testFraction * times.length));
        List<Integer> test = new ArrayList<>();
        // Whole times, from the latest backwards; the earliest one always trains.
        while (test.size() < count && rowsAt.size() > 1) {
            test.addAll(rowsAt.pollLastEntry().getValue());
        }
        List<Integer> train = new ArrayList<>();
        rowsAt.values().forEach(train::addAll);
        return of(train, test);
    }

    private static List<Integer> byRandomKey(int n, Rng rng) {
        double[] keys = new double[n];
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            keys[row] = rng.nextDouble();
            rows.add(row);
        }
        rows.sort(Comparator.comparingDouble(row -> keys[row]));
        return rows;
    }

    private static TrainTestSplit cut(List<Integer> rows, int count) {
        Collections.reverse(rows);
        return of(rows.subList(count, rows.size()), rows.subList(0, count));
    }

    private static TrainTestSplit of(List<Integer> train, List<Integer> test) {
        return new TrainTestSplit(toRows(train), toRows(test));
    }

    private static int[] toRows(List<Integer> list) {
        int[] rows = new int[list.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = list.get(i);
        }
        return rows;
    }

    private static void refuse(boolean refused, String message) {
        if (refused) {
            throw new IllegalArgumentException(message);
        }
    }
}
