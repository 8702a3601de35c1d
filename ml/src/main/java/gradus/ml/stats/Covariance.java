package gradus.ml.stats;

import gradus.ml.linalg.Matrix;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;

/// Sample covariance: how two variables vary together, the mean product of their deviations from their means.
/// The denominator is `n − 1`, as in NumPy's `cov`, which makes the estimate unbiased.
///
/// Two passes, means first and products second: `E[xy] − E[x]·E[y]` would suffer from cancellation. Nothing
/// overflows on the way; a covariance is infinite only if it is too large for a `double`.
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
        SampleStatistics.requireSample("a covariance", x, 2);
        SampleStatistics.requireSample("a covariance", y, 2);
        Require.sameLength("a covariance", x.length, y.length);
        Centred first = Centred.of(x);
        Centred second = Centred.of(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += first.deviations()[i] * second.deviations()[i];
        }
        return inUnits(sum / (x.length - 1), first.unit(), second.unit());
    }

    /// A quarter of the covariance is at most 1, so nothing overflows on the way.
    private static double inUnits(double covariance, double first, double second) {
        return covariance / 4 * Math.max(first, second) * Math.min(first, second) * 4;
    }

    /// The covariance matrix of the columns of `x`, shape `(d, d)` for `x` of shape `(n, d)`: symmetric, with
    /// the variances on the diagonal. O(n·d²). (NumPy's `cov` takes variables as rows by default.)
    ///
    /// @throws IllegalArgumentException if there are fewer than 2 rows or an entry is not finite
    public static Matrix matrix(Matrix x) {
        requireRows(x, 2);
        Centred[] columns = new Centred[x.columns()];
        Arrays.setAll(columns, c -> Centred.of(x.column(c).toArray()));
        Matrix centred = Matrix.from(x.rows(), x.columns(), (r, c) -> columns[c].deviations()[r]);
        Matrix products = centred.transposeTimes(centred);
        double n = x.rows();
        return Matrix.from(x.columns(), x.columns(), (r, c) -> {
            double product = products.get(Math.min(r, c), Math.max(r, c));
            return inUnits(product / (n - 1), columns[r].unit(), columns[c].unit());
        });
    }

    /// The mean of each column of `x`, shape `(d)` for `x` of shape `(n, d)`.
    ///
    /// @throws IllegalArgumentException if there are no rows or an entry is not finite
    public static double[] columnMeans(Matrix x) {
        requireRows(x, 1);
        double[] means = new double[x.columns()];
        Arrays.setAll(means, c -> SampleStatistics.mean(x.column(c).toArray()));
        return means;
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
