import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int[] test = rng.sample(n, count(n, testFraction));
        return without(n, Arrays.stream(test).boxed().collect(Collectors.toSet()));
    }

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        check(testFraction);
        Set<Integer> test = byNumber(labels).values().stream()
                .flatMap(rows -> {
                    if (rows.size() < 2) {
                        throw new IllegalArgumentException("a class of 1 row can't be split: row " + rows.getFirst());
                    }
                    int wanted = (int) Math.ceil(testFraction * rows.size() - 1e-9);
                    return Arrays.stream(rng.sample(rows.size(), Math.min(wanted, rows.size() - 1)))
                            .mapToObj(rows::get);
                })
                .collect(Collectors.toSet());
        if (test.isEmpty()) {
            throw new IllegalArgumentException("the test set would be empty");
        }
        return without(labels.length, test);
    }

    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        check(testFraction);
        List<List<Integer>> waiting = new ArrayList<>(byNumber(groups).values());
        if (waiting.size() < 2) {
            throw new IllegalArgumentException("two groups or more, got " + waiting.size());
        }
        Set<Integer> test = new HashSet<>(waiting.remove(rng.nextInt(waiting.size())));
        while (waiting.size() > 1) {
            List<Integer> next = waiting.get(rng.nextInt(waiting.size()));
            // Stop where the next group would overshoot by more than the test set still lacks.
            if (test.size() + next.size() / 2.0 > testFraction * groups.length) {
                break;
            }
            test.addAll(next);
            waiting.remove(next);
        }
        return without(groups.length, test);
    }

    public static TrainTestSplit byTime(long[] times, double testFraction) {
        int count = count(times.length, testFraction);
        List<Integer> latestFirst = IntStream.range(0, times.length)
                .boxed()
                .sorted((a, b) -> Long.compare(times[b], times[a]))
                .toList();
        long earliest = times[latestFirst.getLast()];
        long begin = times[latestFirst.get(count - 1)];
        Set<Integer> test = latestFirst.stream()
                .filter(row -> times[row] >= begin && times[row] != earliest)
                .collect(Collectors.toSet());
        if (test.isEmpty()) {
            throw new IllegalArgumentException("every row has the time " + earliest);
        }
        return without(times.length, test);
    }

    private static void check(double testFraction) {
        if (!(0 < testFraction && testFraction < 1)) {
            throw new IllegalArgumentException("0 < testFraction < 1, got " + testFraction);
        }
    }

    private static int count(int n, double testFraction) {
        check(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("two rows or more, got " + n);
        }
        return Math.clamp((int) (testFraction * n + 0.5), 1, n - 1);
    }

    private static Map<Integer, List<Integer>> byNumber(int[] numbers) {
        return IntStream.range(0, numbers.length)
                .boxed()
                .collect(Collectors.groupingBy(row -> numbers[row], LinkedHashMap::new, Collectors.toList()));
    }

    private static TrainTestSplit without(int n, Set<Integer> test) {
        return new TrainTestSplit(
                IntStream.range(0, n).filter(row -> !test.contains(row)).toArray(),
                test.stream().mapToInt(Integer::intValue).toArray());
    }
}
