import java.util.ArrayList;
import java.util.List;

class TrainTestSplit {

    public static TrainTestSplit byTime(long[] times, double testFraction) {
        int count = count(times.length, testFraction);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long begin = sorted[times.length - count];
        boolean[] tested = new boolean[times.length];
        for (int row = 0; row < times.length; row++) {
            tested[row] = times[row] >= begin;
        }
        return of(tested);
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
