package gradus.ml.numbers;

import java.util.Arrays;

/// The figures that describe a sample of numbers.
public final class SampleStatistics {

    private SampleStatistics() {}

    /// The mean of n ≥ 1 numbers; halved first where their sum would overflow.
    public static double mean(double[] x) {
        double sum = Numerics.sum(x);
        if (Double.isFinite(sum)) {
            return sum / x.length;
        }
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(1);
        return Numerics.sum(Arrays.stream(x).map(value -> value / largest).toArray()) / x.length * largest;
    }

    /// The mean squared distance from the mean, times n / (n - less), as a root: `ddof` is 1 for a sample,
    /// 0 for a population.
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

    /// Where `probability` of the numbers lie below, between the two nearest by linear interpolation.
    ///
    /// Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50 (1996), 361–365, type 7: what NumPy and R do if nothing else is asked.
    public static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int lower = (int) Math.floor(position);
        int upper = Math.min(lower + 1, sorted.length - 1);
        double weight = position - lower;
        return sorted[lower] * (1 - weight) + sorted[upper] * weight;
    }
}
