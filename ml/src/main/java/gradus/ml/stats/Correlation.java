package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;

/// How closely two measures go together, whatever their units: from -1 to 1.
///
/// A correlation of 0 does not mean that they are independent, and one of 1 not that either is the cause.
public final class Correlation {

    private Correlation() {}

    /// Pearson's correlation: how nearly the pairs lie on a straight line. It is the cosine of the angle
    /// between both samples, each less its mean. O(n).
    ///
    /// Source: K. Pearson, Note on Regression and Inheritance in the Case of Two Parents, Proc. R. Soc. 58
    /// (1895).
    ///
    /// @param x shape `(n)`, n at least 2, finite and not all equal
    /// @param y shape `(n)`, likewise
    /// @throws IllegalArgumentException if an argument is not as said
    public static double pearson(double[] x, double[] y) {
        Require.sameLength("a correlation", x.length, y.length);
        return centred(x).cosine(centred(y));
    }

    /// Spearman's correlation: how nearly one measure grows whenever the other does, along whatever curve.
    /// It is Pearson's correlation of the [Ranks]. O(n log n).
    ///
    /// Source: C. Spearman, The Proof and Measurement of Association between Two Things, Am. J. Psychol. 15
    /// (1904).
    ///
    /// @param x shape `(n)`, n at least 2, finite and not all equal
    /// @param y shape `(n)`, likewise
    /// @throws IllegalArgumentException if an argument is not as said
    public static double spearman(double[] x, double[] y) {
        Require.sameLength("a correlation", x.length, y.length);
        return pearson(Ranks.of(x), Ranks.of(y));
    }

    /// Pearson's correlations of all pairs of columns, shape `(n, d)` to `(d, d)`: symmetric, with ones on
    /// the diagonal. O(n·d²).
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 rows, a number is not finite or a column
    ///     is constant
    public static Matrix matrix(Matrix x) {
        int d = x.columns();
        double[][] correlations = new double[d][d];
        for (int r = 0; r < d; r++) {
            correlations[r][r] = 1;
            for (int c = 0; c < r; c++) {
                correlations[r][c] = pearson(x.column(r).toArray(), x.column(c).toArray());
                correlations[c][r] = correlations[r][c];
            }
        }
        return Matrix.of(correlations);
    }

    private static Vector centred(double[] x) {
        Require.sample("a correlation", x, 2);
        var moments = RunningMoments.of(x);
        if (moments.sumOfSquaredDeviations() == 0) {
            throw new IllegalArgumentException("a correlation needs values that vary, got " + x.length + " times "
                    + x[0] + "; leave this one out");
        }
        double[] deviations = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            deviations[i] = x[i] - moments.mean();
        }
        return Vector.of(deviations);
    }
}
