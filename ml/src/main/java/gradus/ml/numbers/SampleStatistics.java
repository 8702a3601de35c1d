package gradus.ml.numbers;

import java.util.Arrays;

/// Descriptive statistics of a sample: mean, standard deviation, quantiles.
public final class SampleStatistics {

    private SampleStatistics() {}

    /// The arithmetic mean of n ≥ 1 numbers. If their sum overflows, they are scaled first.
    public static double mean(double[] x) {
        double sum = Numerics.sum(x);
        if (Double.isFinite(sum)) {
            return sum / x.length;
        }
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(1);
        return Numerics.sum(Arrays.stream(x).map(value -> value / largest).toArray()) / x.length * largest;
    }

    /// The standard deviation: the square root of the sum of the squared deviations from the mean, divided by
    /// `n − ddof`. The *delta degrees of freedom* `ddof` are 1 for the sample estimate, 0 for a whole
    /// population.
    public static double standardDeviation(double[] x, int ddof) {
        double mean = mean(x);
        double[] distances = Arrays.stream(x).map(value -> value - mean).toArray();
        double largest = Arrays.stream(distances).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return 0;
        }
        double[] squares =
                Arrays.stream(distances).map(d -> (d / largest) * (d / largest)).toArray();
        return largest * Math.sqrt(Numerics.sum(squares) / (x.length - ddof));
    }

    /// The quantile of n ≥ 1 sorted numbers at `probability`, between the two nearest by linear
    /// interpolation.
    ///
    /// Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50 (1996), 361–365, type 7: the default of NumPy and R.
    ///
    /// @param sorted in ascending order
    /// @param probability from 0 to 1
    public static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int lower = (int) Math.floor(position);
        int upper = Math.min(lower + 1, sorted.length - 1);
        double weight = position - lower;
        return sorted[lower] * (1 - weight) + sorted[upper] * weight;
    }
}
