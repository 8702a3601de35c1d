package gradus.ml.stats;

import java.util.Arrays;

/// Places in a sample below which a given share of it lies.
public final class Quantiles {

    private Quantiles() {}

    /// The quantiles of `x` for the shares `p`, in that order. Quantile 0 is the least value, 1 the
    /// largest, and 1/2 the median. Between two values, the result goes from one to the other in a straight
    /// line. O(n log n).
    ///
    /// Source: R. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician
    /// 50 (1996), definition 7, which R and NumPy use too.
    ///
    /// @param x shape `(n)`, n at least 1, finite; it is only read
    /// @param p each from 0 to 1
    /// @throws IllegalArgumentException if `x` is empty, a value is not finite or a share is out of range
    public static double[] of(double[] x, double... p) {
        Require.sample("a quantile", x, 1);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            Require.probability("the p of a quantile", p[i]);
            quantiles[i] = ofSorted(sorted, p[i]);
        }
        return quantiles;
    }

    /// The value in the middle of `x`, or the mean of the two in the middle. O(n log n).
    ///
    /// @throws IllegalArgumentException if `x` is empty or a value is not finite
    public static double median(double[] x) {
        return of(x, 0.5)[0];
    }

    static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double weight = position - below;
        return (1 - weight) * sorted[below] + weight * sorted[above];
    }
}
