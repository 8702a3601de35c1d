package gradus.ml.stats;

import gradus.ml.numbers.SampleStatistics;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Ranks of the values of a sample.
public final class Ranks {

    private Ranks() {}

    /// The ranks of `x`, both of shape `(n)`: 1 for the smallest value, n for the largest. Tied values get
    /// the mean of their ranks. O(n log n). SciPy: `rankdata`.
    ///
    /// @throws IllegalArgumentException if a value is not finite
    public static double[] of(double[] x) {
        SampleStatistics.requireSample("a ranking", x, 0);
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[x.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }
}
