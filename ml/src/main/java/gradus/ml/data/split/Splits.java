package gradus.ml.data.split;

import gradus.ml.numbers.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How rows are assigned to the sets of several splits, and of splits into three sets.
final class Splits {

    private Splits() {}

    /// The split with these rows as the test set and the rest of the n rows as the training set.
    static TrainTestSplit ofTestRows(int n, int[] test) {
        boolean[] tested = new boolean[n];
        for (int row : test) {
            tested[row] = true;
        }
        return TrainTestSplit.ofTested(tested);
    }

    static int[] shuffled(List<Integer> rows, Rng rng) {
        int[] shuffled = toArray(rows);
        rng.shuffle(shuffled);
        return shuffled;
    }

    /// A random sample of the rows that has the class proportions of all rows.
    ///
    /// @param leave how many rows of each class are not sampled, at least
    static int[] sample(Map<Integer, List<Integer>> rowsByClass, double fraction, int leave, Rng rng) {
        List<Integer> sample = new ArrayList<>();
        // Fractions of rows cut by rounding down so far: carrying them keeps the total right to 1 row.
        double carry = 0;
        for (List<Integer> rows : rowsByClass.values()) {
            double exactCount = fraction * rows.size();
            int count = (int) Math.floor(exactCount);
            carry += exactCount - count;
            // With a tolerance, since ten times 0.1 add up to less than 1.
            if (carry >= 1 - 1e-9) {
                count++;
                carry--;
            }
            count = Math.min(count, rows.size() - leave);
            for (int row : Arrays.copyOf(shuffled(rows, rng), count)) {
                sample.add(row);
            }
        }
        return toArray(sample);
    }

    static int[] toArray(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
