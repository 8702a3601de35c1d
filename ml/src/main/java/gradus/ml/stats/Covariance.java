package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import java.util.Arrays;

/// Sample covariance: how two variables vary together, the mean product of their deviations from their means.
/// The denominator is `n − 1`, as in NumPy's `cov`, which makes the estimate unbiased.
///
/// Two passes, means first and products second: `E[xy] − E[x]·E[y]` would suffer from cancellation.
///
/// Source: G. Golub and C. Van Loan, *Matrix Computations*, 4th edition (2013), for the cost; T. Chan, G.
/// Golub and R. LeVeque, Algorithms for Computing the Sample Variance, The American Statistician 37 (1983),
/// for the two passes.
public final class Covariance {

    private Covariance() {}

    /// The covariance of `x` and `y`, each of shape `(n)`: positive if they increase together. O(n).
    ///
    /// @throws IllegalArgumentException if the lengths differ, there are fewer than 2 values or one is not
    ///     finite
    public static double of(double[] x, double[] y) {
        Require.sample("a covariance", x, 2);
        Require.sample("a covariance", y, 2);
        Require.sameLength("a covariance", x.length, y.length);
        double meanX = RunningMoments.of(x).mean();
        double meanY = RunningMoments.of(y).mean();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum / (x.length - 1);
    }

    /// The covariance matrix of the columns of `x`, shape `(d, d)` for `x` of shape `(n, d)`: symmetric, with
    /// the variances on the diagonal. O(n·d²). (NumPy's `cov` takes variables as rows by default.)
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 rows or an entry is not finite
    public static Matrix matrix(Matrix x) {
        Matrix centred = centred(x);
        Matrix products = centred.transposeTimes(centred);
        double n = x.rows();
        return Matrix.from(x.columns(), x.columns(), (r, c) -> products.get(Math.min(r, c), Math.max(r, c)) / (n - 1));
    }

    /// The mean of each column of `x`, shape `(d)` for `x` of shape `(n, d)`.
    ///
    /// @throws IllegalArgumentException if there are no rows or an entry is not finite
    public static double[] columnMeans(Matrix x) {
        requireRows(x, 1);
        double[] means = new double[x.columns()];
        Arrays.setAll(means, c -> RunningMoments.of(x.column(c).toArray()).mean());
        return means;
    }

    private static Matrix centred(Matrix x) {
        requireRows(x, 2);
        double[] means = columnMeans(x);
        return Matrix.from(x.rows(), x.columns(), (r, c) -> x.get(r, c) - means[c]);
    }

    private static void requireRows(Matrix x, int minRows) {
        if (x.rows() < minRows) {
            throw new IllegalArgumentException("at least " + minRows + (minRows == 1 ? " row is" : " rows are")
                    + " needed, got a matrix of shape " + x.shape());
        }
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.columns(); c++) {
                if (!Double.isFinite(x.get(r, c))) {
                    throw new IllegalArgumentException("entries must be finite, got " + x.get(r, c) + " in row " + r
                            + " and column " + c + "; remove the row or replace the entry");
                }
            }
        }
    }
}
