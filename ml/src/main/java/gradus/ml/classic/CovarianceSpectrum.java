package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;
import gradus.ml.linalg.Qr;
import gradus.ml.linalg.SymmetricEigen;
import gradus.ml.linalg.Vector;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The leading eigenvectors and eigenvalues of a covariance matrix, for [Pca].
///
/// The covariance matrix of d features is C·Cᵀ/(n − 1), where the columns of C are the centred rows. If there
/// are more features than rows, the eigenvectors u of the smaller Gram matrix CᵀC give them: C·u is an
/// eigenvector of C·Cᵀ for the same eigenvalue.
///
/// @param means the mean of each feature, shape `(d)`
/// @param directions eigenvectors as columns, by descending eigenvalue, shape `(d, k)`
/// @param variances the eigenvalues, divided by `2^(2·exponent)`, shape `(k)`
/// @param total the sum of all eigenvalues, divided by `2^(2·exponent)`
record CovarianceSpectrum(Vector means, Matrix directions, Vector variances, double total, int exponent) {

    /// The first `count` eigenvectors for the rows of `x`. O(n·d·min(n, d) + min(n, d)³).
    static CovarianceSpectrum of(Matrix x, int count) {
        if (x.columns() > x.rows()) {
            return ofGram(x, count);
        }
        double[] means = Centred.means(x).toArray();
        Matrix covariance = covariance(x, means);
        double size = covariance.trace();
        // Far from the ends of the type, nothing has overflowed or underflowed.
        if (size > 1e-200 && size < 1e200) {
            return ofCovariance(Vector.of(means), covariance, 0, count);
        }
        Centred centred = Centred.of(x);
        Matrix deviations = centred.dividedByPowerOfTwo(centred.exponent());
        Matrix scaled = deviations.transposeTimes(deviations).times(1.0 / (x.rows() - 1));
        return ofCovariance(centred.means(), scaled, centred.exponent(), count);
    }

    private static CovarianceSpectrum ofCovariance(Vector means, Matrix covariance, int exponent, int count) {
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        return new CovarianceSpectrum(
                means,
                eigen.eigenvectors().selectColumns(IntStream.range(0, count).toArray()),
                leading(eigen, 1, count),
                covariance.trace(),
                exponent);
    }

    private static CovarianceSpectrum ofGram(Matrix x, int count) {
        Centred centred = Centred.of(x);
        Matrix deviations = centred.dividedByPowerOfTwo(centred.exponent());
        Matrix gram = deviations.times(deviations.transpose());
        SymmetricEigen eigen = SymmetricEigen.of(gram);
        int[] first = IntStream.range(0, count).toArray();
        // Rounding errors of small eigenvalues leave the products not quite orthogonal.
        Matrix directions = Qr.of(deviations.transposeTimes(eigen.eigenvectors().selectColumns(first)))
                .q();
        int degreesOfFreedom = x.rows() - 1;
        return new CovarianceSpectrum(
                centred.means(),
                withPositiveLargestEntries(directions),
                leading(eigen, degreesOfFreedom, count),
                gram.trace() / degreesOfFreedom,
                centred.exponent());
    }

    /// Rounding can make an eigenvalue of 0 slightly negative.
    private static Vector leading(SymmetricEigen eigen, int divisor, int count) {
        return Vector.from(count, k -> Math.max(0, eigen.eigenvalues().get(k)) / divisor);
    }

    /// The sign convention of [SymmetricEigen].
    private static Matrix withPositiveLargestEntries(Matrix directions) {
        double[] signs = new double[directions.columns()];
        for (int k = 0; k < signs.length; k++) {
            double[] direction = directions.column(k).toArray();
            double largest = 0;
            for (double entry : direction) {
                largest = Math.max(largest, Math.abs(entry));
            }
            for (int j = 0; signs[k] == 0; j++) {
                signs[k] = Math.abs(direction[j]) >= (1 - 1e-6) * largest ? Math.signum(direction[j]) : 0;
            }
        }
        return Matrix.from(directions.rows(), directions.columns(), (j, k) -> signs[k] * directions.get(j, k));
    }

    /// The covariance matrix of the features, shape `(d, d)`: a sum of matrix products over blocks of centred
    /// rows. The means are corrected in place by the means of the centred rows, which are not quite 0 because
    /// the means were rounded.
    private static Matrix covariance(Matrix x, double[] means) {
        int d = x.columns();
        double[] products = new double[d * d];
        double[] sums = new double[d];
        DoubleView allProducts = DoubleView.of(products, d, d);
        DoubleView allSums = DoubleView.of(sums, 1, d);
        RowBlocks.centred(x, Vector.of(means), (_, block) -> {
            double[] ones = new double[block.rows()];
            Arrays.fill(ones, 1);
            Gemm.multiply(block.transpose(), block, allProducts, true);
            Gemm.multiply(DoubleView.of(ones, 1, ones.length), block, allSums, true);
        });
        int n = x.rows();
        for (int j = 0; j < d; j++) {
            means[j] += sums[j] / n;
        }
        return Matrix.from(
                d, d, (i, j) -> ((products[i * d + j] + products[j * d + i]) / 2 - sums[i] / n * sums[j]) / (n - 1));
    }
}
