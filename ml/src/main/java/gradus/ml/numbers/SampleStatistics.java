package gradus.ml.numbers;

import java.util.Arrays;

/// Descriptive statistics of a sample: mean, variance, standard deviation, quantiles.
///
/// Means and quantiles never leave the range of the sample, so those of equal values are exactly their value,
/// and their standard deviation is exactly 0. Nothing overflows or underflows on the way: a result is
/// infinite or 0 only if it is too large or too small for a `double` itself, as a variance of values of 1e200
/// is.
///
/// Every method throws an `IllegalArgumentException` if the sample is empty or has a value that is not
/// finite. O(n), unless stated otherwise.
public final class SampleStatistics {

    private SampleStatistics() {}

    /// The arithmetic mean, of shape `(n)`, n ≥ 1.
    public static double mean(double[] x) {
        requireSample("a mean", x, 1);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double mean = Numerics.sum(x) / x.length;
        if (!Double.isFinite(mean)) {
            mean = Numerics.sum(scaled(x, 0x1p-32)) / x.length * 0x1p32;
        }
        // Rounding of the sum and the quotient could leave the range of values that are nearly equal.
        return Math.clamp(mean, min, max);
    }

    /// The variance: the sum of the squared deviations from the mean, divided by `n − ddof`. The *delta
    /// degrees of freedom* `ddof` are 1 for the unbiased estimate from a sample, 0 for a whole population.
    ///
    /// Two passes, and a correction for the rounding of the mean.
    ///
    /// Source: T. Chan, G. Golub and R. LeVeque, Algorithms for Computing the Sample Variance, The American
    /// Statistician 37 (1983), 242–247.
    ///
    /// @throws IllegalArgumentException if `ddof` is negative, or n is not greater than `ddof`
    public static double variance(double[] x, int ddof) {
        Spread spread = spread(x, ddof);
        return spread.variance * spread.unit / spread.factor * spread.unit / spread.factor;
    }

    /// The standard deviation: the square root of the [#variance], also where that overflows or underflows.
    ///
    /// @throws IllegalArgumentException if `ddof` is negative, or n is not greater than `ddof`
    public static double standardDeviation(double[] x, int ddof) {
        Spread spread = spread(x, ddof);
        return Math.sqrt(spread.variance) * spread.unit / spread.factor;
    }

    /// The variance of the values times `factor`, in squares of `unit`: powers of two that keep every
    /// deviation and every square in range, without rounding.
    private record Spread(double variance, double unit, double factor) {}

    private static Spread spread(double[] x, int ddof) {
        if (ddof < 0) {
            throw new IllegalArgumentException("ddof must be at least 0, got " + ddof);
        }
        requireSample("a variance with ddof " + ddof, x, ddof + 1);
        double factor = Arrays.stream(x).allMatch(value -> Math.abs(value) < 1) ? 0x1p60 : 0.25;
        double[] deviations = scaled(x, factor);
        double mean = mean(deviations);
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            deviations[i] -= mean;
            largest = Math.max(largest, Math.abs(deviations[i]));
        }
        if (largest == 0) {
            return new Spread(0, 1, 1);
        }
        double unit = Math.scalb(1.0, Math.getExponent(largest));
        double[] squares = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            deviations[i] /= unit;
            squares[i] = deviations[i] * deviations[i];
        }
        double sum = Numerics.sum(deviations);
        double sumOfSquares = Numerics.sum(squares) - sum * sum / x.length;
        return new Spread(Math.max(0, sumOfSquares) / (x.length - ddof), unit, factor);
    }

    /// The quantiles at the fractions `p`, in that order: 0 for the minimum, 1 for the maximum, 1/2 for the
    /// median. O(n log n).
    ///
    /// Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American
    /// Statistician 50 (1996), 361–365, type 7, the default of NumPy and R: linear interpolation between the
    /// two nearest values.
    ///
    /// @param x shape `(n)`, n ≥ 1; not changed
    /// @param p each from 0 to 1
    /// @throws IllegalArgumentException if a fraction is out of range
    public static double[] quantiles(double[] x, double... p) {
        requireSample("a quantile", x, 1);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Arrays.stream(p).map(fraction -> quantile(sorted, fraction)).toArray();
    }

    /// The median: the middle value, or the mean of the two middle values. O(n log n).
    public static double median(double[] x) {
        return quantiles(x, 0.5)[0];
    }

    /// One quantile of numbers that are already sorted, as of [#quantiles]. O(1): of the values, only the first
    /// and the last are checked.
    ///
    /// @param sorted in ascending order
    /// @param p from 0 to 1
    /// @throws IllegalArgumentException if the fraction is out of range, or there are no values
    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("the probability p of a quantile must be between 0 and 1, got " + p);
        }
        // A value that is not finite is sorted to an end.
        requireSample(
                "a quantile", sorted.length > 1 ? new double[] {sorted[0], sorted[sorted.length - 1]} : sorted, 1);
        double position = p * (sorted.length - 1);
        int index = (int) position;
        double below = sorted[index];
        double above = sorted[Math.min(index + 1, sorted.length - 1)];
        double weight = position - index;
        double step = weight * (above / 2 - below / 2) * 2;
        // The difference is exact for small numbers, where the halves are not.
        return Math.clamp(below + (Double.isFinite(above - below) ? weight * (above - below) : step), below, above);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] scaled = new double[x.length];
        Arrays.setAll(scaled, i -> x[i] * factor);
        return scaled;
    }

    /// Checks that a sample has at least `minSize` values, all finite.
    ///
    /// @param description what needs it: "a mean"
    /// @throws IllegalArgumentException if it has fewer, or one that is NaN or infinite
    public static void requireSample(String description, double[] x, int minSize) {
        if (x.length < minSize) {
            throw new IllegalArgumentException(description + " needs at least " + minSize
                    + (minSize == 1 ? " value" : " values") + ", got " + x.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException(description + " needs finite values, got " + x[i] + " at index " + i
                        + "; remove or replace it");
            }
        }
    }
}
