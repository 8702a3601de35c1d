import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TrainTestSplit {

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        boolean[] tested = new boolean[labels.length];
        int total = 0;
        for (List<Integer> rows : rowsOf(labels).values()) {
            if (rows.size() < 2) {
                throw new IllegalArgumentException("a class of 1 row: " + rows);
            }
            int count = (int) Math.round(testFraction * rows.size());
            for (int i : rng.sample(rows.size(), count)) {
                tested[rows.get(i)] = true;
            }
            total += count;
        }
        if (total == 0) {
            throw new IllegalArgumentException("no test row");
        }
        return of(tested);
    }

    private static void refuseFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction must be between 0 and 1, got " + testFraction);
        }
    }

    private static Map<Integer, List<Integer>> rowsOf(int[] numbers) {
        Map<Integer, List<Integer>> rowsOf = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            rowsOf.computeIfAbsent(numbers[row], _ -> new ArrayList<>()).add(row);
        }
        return rowsOf;
    }

    private static TrainTestSplit of(boolean[] tested) {
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (int row = 0; row < tested.length; row++) {
            (tested[row] ? test : train).add(row);
        }
        return new TrainTestSplit(rows(train), rows(test));
    }

    private static int[] rows(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
