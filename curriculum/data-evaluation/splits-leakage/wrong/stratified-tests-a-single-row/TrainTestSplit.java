import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TrainTestSplit {

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        boolean[] tested = new boolean[labels.length];
        if (labels.length == 0) {
            throw new IllegalArgumentException("no rows");
        }
        for (List<Integer> rows : rowsOf(labels).values()) {
            int size = rows.size();
            // At least one test row of each class.
            int count = (int) Math.max(1, Math.min(Math.round(testFraction * size), size - 1));
            for (int i : rng.sample(size, count)) {
                tested[rows.get(i)] = true;
            }
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
