import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TrainTestSplit {

    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        List<List<Integer>> members = new ArrayList<>(rowsOf(groups).values());
        if (members.size() < 2) {
            throw new IllegalArgumentException("a grouped split needs 2 groups or more");
        }
        List<Integer> test = new ArrayList<>();
        boolean[] tested = new boolean[groups.length];
        for (int group : rng.permutation(members.size())) {
            if (test.size() >= testFraction * groups.length) {
                break;
            }
            test.addAll(members.get(group));
        }
        for (int row : test) {
            tested[row] = true;
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
