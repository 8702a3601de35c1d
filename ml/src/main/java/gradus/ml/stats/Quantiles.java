package gradus.ml.stats;

import java.util.Arrays;

/// Sample quantiles: numbers below which a given fraction of a sample lies.
public final class Quantiles {

    private Quantiles() {}

    /// The quantiles of `x` at the fractions `p`, in that order: 0 for the minimum, 1 for the maximum, 1/2
    /// for the median. Linear interpolation between adjacent values. O(n log n).
    ///
    /// Source: R. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50
    /// (1996), definition 7, which R and NumPy use by default.
    ///
    /// @param x shape `(n)`, n ≥ 1, finite; not changed
    /// @param p each from 0 to 1
    /// @throws IllegalArgumentException if `x` is empty, a value is not finite or a fraction is out of range
    public static double[] of(double[] x, double... p) {
        Require.sample("a quantile", x, 1);
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double[] quantiles = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            Require.probability("the probability p of a quantile", p[i]);
            quantiles[i] = ofSorted(sorted, p[i]);
        }
        return quantiles;
    }

    /// The median of `x`: the middle value, or the mean of the two middle values. O(n log n).
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
