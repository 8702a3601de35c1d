import java.util.ArrayList;
import java.util.List;

class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = count(n, testFraction);
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            order.add((int) (Math.random() * (row + 1)), row);
        }
        int[] rows = order.stream().mapToInt(Integer::intValue).toArray();
        return new TrainTestSplit(Arrays.copyOfRange(rows, count, n), Arrays.copyOf(rows, count));
    }

    private static int count(int n, double testFraction) {
        refuseFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("a split needs 2 rows or more, got " + n);
        }
        return (int) Math.max(1, Math.min(n - 1, Math.round(testFraction * n)));
    }

    private static void refuseFraction(double testFraction) {
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException("testFraction must be between 0 and 1, got " + testFraction);
        }
    }
}
