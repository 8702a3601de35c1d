import java.util.HashMap;
import java.util.Map;

class TrainTestSplit {

    public static TrainTestSplit holdout(int n, double testFraction, Rng rng) {
        int count = roundedCount(n, testFraction);
        boolean[] tested = new boolean[n];
        int[] order = rng.permutation(n);
        for (int i = 0; i < count; i++) {
            tested[order[i]] = true;
        }
        return fromMask(tested);
    }

    public static TrainTestSplit stratified(int[] labels, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int label : labels) {
            sizes.merge(label, 1, Integer::sum);
        }
        Map<Integer, Integer> left = new HashMap<>();
        int total = 0;
        for (int label : sizes.keySet()) {
            int size = sizes.get(label);
            if (size == 1) {
                throw new IllegalArgumentException("class " + label + " has only 1 row");
            }
            int quota = (int) Math.min(Math.round(testFraction * size), size - 1);
            left.put(label, quota);
            total += quota;
        }
        if (total == 0) {
            throw new IllegalArgumentException("no class gets a test row");
        }
        // One shuffle of all rows; each goes into the test set while its class still needs some.
        boolean[] tested = new boolean[labels.length];
        for (int row : rng.permutation(labels.length)) {
            int needed = left.get(labels[row]);
            if (needed > 0) {
                tested[row] = true;
                left.put(labels[row], needed - 1);
            }
        }
        return fromMask(tested);
    }

    public static TrainTestSplit grouped(int[] groups, double testFraction, Rng rng) {
        refuseFraction(testFraction);
        int different = 0;
        int[] first = new int[groups.length];
        for (int row = 0; row < groups.length; row++) {
            boolean isNew = true;
            for (int earlier = 0; earlier < row; earlier++) {
                if (groups[earlier] == groups[row]) {
                    isNew = false;
                }
            }
            if (isNew) {
                first[different++] = row;
            }
        }
        if (different < 2) {
            throw new IllegalArgumentException("at least 2 groups, got " + different);
        }
        boolean[] tested = new boolean[groups.length];
        int count = 0;
        int taken = 0;
        // Fill the test set with whole groups until it is large enough; the last group always trains.
        for (int index : rng.permutation(different)) {
            if (count >= testFraction * groups.length || taken == different - 1) {
                break;
            }
            for (int row = 0; row < groups.length; row++) {
                if (groups[row] == groups[first[index]]) {
                    tested[row] = true;
                    count++;
                }
            }
            taken++;
        }
        return fromMask(tested);
    }

    public static TrainTestSplit byTime(long[] times, double testFraction) {
        int count = roundedCount(times.length, testFraction);
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        long begin = sorted[times.length - count];
        for (int i = times.length - count; begin == sorted[0]; i++) {
            if (i == times.length) {
                throw new IllegalArgumentException("all times are equal");
            }
            begin = sorted[i];
        }
        boolean[] tested = new boolean[times.length];
        for (int row = 0; row < times.length; row++) {
            tested[row] = times[row] >= begin;
        }
        return fromMask(tested);
    }

    private static int roundedCount(int n, double testFraction) {
        refuseFraction(testFraction);
        if (n < 2) {
            throw new IllegalArgumentException("at least 2 rows, got " + n);
        }
        int count = (int) Math.round(testFraction * n);
        return Math.max(1, Math.min(n - 1, count));
    }

    private static void refuseFraction(double testFraction) {
        if (Double.isNaN(testFraction) || testFraction <= 0 || testFraction >= 1) {
            throw new IllegalArgumentException("a fraction between 0 and 1, got " + testFraction);
        }
    }

    private static TrainTestSplit fromMask(boolean[] tested) {
        int count = 0;
        for (boolean isTested : tested) {
            if (isTested) {
                count++;
            }
        }
        int[] test = new int[count];
        int[] train = new int[tested.length - count];
        int nextTest = 0;
        int nextTrain = 0;
        for (int row = 0; row < tested.length; row++) {
            if (tested[row]) {
                test[nextTest++] = row;
            } else {
                train[nextTrain++] = row;
            }
        }
        return new TrainTestSplit(train, test);
    }
}
