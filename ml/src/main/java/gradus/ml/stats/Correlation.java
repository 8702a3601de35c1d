package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Vector;
import gradus.ml.numbers.SampleStatistics;

/// Correlation coefficients of two variables, from −1 to 1, independent of their units.
///
/// A correlation of 0 does not imply independence, and a correlation of 1 does not imply causation.
public final class Correlation {

    private Correlation() {}

    /// Pearson correlation: how close the pairs are to a straight line. It is the cosine similarity of the
    /// centred samples. O(n).
    ///
    /// Source: K. Pearson, Note on Regression and Inheritance in the Case of Two Parents, Proc. R. Soc. 58
    /// (1895).
    ///
    /// @param x shape `(n)`, n ≥ 2, finite and not all equal
    /// @param y shape `(n)`, likewise
    /// @throws IllegalArgumentException if the lengths differ, or a sample is too short, not finite or
    ///     constant
    public static double pearson(double[] x, double[] y) {
        Require.sameLength("a correlation", x.length, y.length);
        return centred(x).cosine(centred(y));
    }

    /// Spearman rank correlation: how close the relationship is to monotone, linear or not. It is the Pearson
    /// correlation of the [Ranks]. O(n log n).
    ///
    /// Source: C. Spearman, The Proof and Measurement of Association between Two Things, Am. J. Psychol. 15
    /// (1904).
    ///
    /// @param x shape `(n)`, n ≥ 2, finite and not all equal
    /// @param y shape `(n)`, likewise
    /// @throws IllegalArgumentException if the lengths differ, or a sample is too short, not finite or
    ///     constant
    public static double spearman(double[] x, double[] y) {
        Require.sameLength("a correlation", x.length, y.length);
        return pearson(Ranks.of(x), Ranks.of(y));
    }

    /// The correlation matrix: Pearson correlations of all pairs of columns, shape `(d, d)` for `x` of shape
    /// `(n, d)`, symmetric, with ones on the diagonal. O(n·d²).
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 rows, an entry is not finite or a column is
    ///     constant
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
        SampleStatistics.requireSample("a correlation", x, 2);
        Centred centred = Centred.of(x);
        if (centred.isConstant()) {
            throw new IllegalArgumentException("a correlation needs values that are not all equal, got " + x.length
                    + " times " + x[0] + "; remove this variable");
        }
        return Vector.of(centred.deviations());
    }
}
