package gradus.ml.data;

import gradus.ml.numbers.Numerics;
import java.util.Arrays;

/// The figures that describe a sample of numbers.
final class Sample {

    private Sample() {}

    /// The mean of n ≥ 1 numbers; halved first where their sum would overflow.
    static double mean(double[] x) {
        double sum = Numerics.sum(x);
        if (Double.isFinite(sum)) {
            return sum / x.length;
        }
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(1);
        return Numerics.sum(Arrays.stream(x).map(value -> value / largest).toArray()) / x.length * largest;
    }

    /// The mean squared distance from the mean, times n / (n - less), as a root: `less` is 1 for a sample,
    /// 0 for a population.
    static double deviation(double[] x, int less) {
        double mean = mean(x);
        double[] distances = Arrays.stream(x).map(value -> value - mean).toArray();
        double largest = Arrays.stream(distances).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return 0;
        }
        double[] squares =
                Arrays.stream(distances).map(d -> (d / largest) * (d / largest)).toArray();
        return largest * Math.sqrt(Numerics.sum(squares) / (x.length - less));
    }

    /// Where `share` of the numbers lie below, between the two nearest by linear interpolation.
    ///
    /// Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50 (1996), 361–365, type 7: what NumPy and R do if nothing else is asked.
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double between = place - below;
        return sorted[below] * (1 - between) + sorted[above] * between;
    }
}
