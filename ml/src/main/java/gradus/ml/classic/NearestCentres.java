package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;

/// Finds the nearest of a few centres for each of many rows.
///
/// A squared distance is `‖x‖² − 2·x·c + ‖c‖²`. The first term is the same for every centre and the second is
/// a matrix product, so this is fast, but rounding can swap the order of two centres. So the exact distance
/// is computed for every centre within the rounding error of the minimum, and the first of the nearest is
/// taken: the same result as that of a loop over all distances.
final class NearestCentres {

    private final DoubleView centres;
    private final double[] squaredNorms;
    /// A bound on the rounding error of the difference between two squared distances.
    private final double errorBound;

    /// @param centres shape `(k, d)`, relative to an origin among them
    /// @param maxSquaredNorm the largest squared norm of the rows that will be searched, relative to the same
    ///     origin
    NearestCentres(Matrix centres, double maxSquaredNorm) {
        this.centres = DoubleView.of(centres.flatten(), centres.rows(), centres.columns());
        squaredNorms = squaredNorms(this.centres);
        // The smallest normal number covers what products lose below it.
        errorBound =
                16 * (centres.columns() + 4) * Math.ulp(1.0) * (maxSquaredNorm + max(squaredNorms)) + Double.MIN_NORMAL;
    }

    /// Writes the index of the centre nearest to each row of the block, and its squared distance, from index
    /// `first` on.
    ///
    /// @param block shape `(m, d)`, relative to the same origin
    /// @throws IllegalArgumentException if the squared distance of a row from every centre overflows
    void find(DoubleView block, int first, int[] nearest, double[] distances) {
        int count = squaredNorms.length;
        double[] products = new double[block.rows() * count];
        Gemm.multiply(block, centres.transpose(), DoubleView.of(products, block.rows(), count), false);
        for (int i = 0; i < block.rows(); i++) {
            double minimum = Double.POSITIVE_INFINITY;
            for (int k = 0; k < count; k++) {
                double partialDistance = squaredNorms[k] - 2 * products[i * count + k];
                products[i * count + k] = partialDistance;
                minimum = Math.min(minimum, partialDistance);
            }
            chooseExactly(block, i, products, minimum, first, nearest, distances);
        }
    }

    private void chooseExactly(
            DoubleView block,
            int i,
            double[] partialDistances,
            double minimum,
            int first,
            int[] nearest,
            double[] distances) {
        distances[first + i] = Double.POSITIVE_INFINITY;
        for (int k = 0; k < squaredNorms.length; k++) {
            if (partialDistances[i * squaredNorms.length + k] <= minimum + errorBound) {
                double distance = squaredDistance(block.data(), i * block.columns(), k);
                if (distance < distances[first + i]) {
                    distances[first + i] = distance;
                    nearest[first + i] = k;
                }
            }
        }
        if (Double.isInfinite(distances[first + i])) {
            throw new IllegalArgumentException("row " + (first + i) + " is too far from every centre:"
                    + " the squared distance overflows; check the row, or standardise the features");
        }
    }

    private double squaredDistance(double[] row, int from, int k) {
        double[] centreData = centres.data();
        int at = k * centres.columns();
        double sum = 0;
        for (int j = 0; j < centres.columns(); j++) {
            double difference = row[from + j] - centreData[at + j];
            sum += difference * difference;
        }
        return sum;
    }

    /// The squared norm of each row, shape `(m)`.
    static double[] squaredNorms(DoubleView rows) {
        double[] squaredNorms = new double[rows.rows()];
        for (int i = 0; i < squaredNorms.length; i++) {
            for (int j = i * rows.columns(); j < (i + 1) * rows.columns(); j++) {
                squaredNorms[i] += rows.data()[j] * rows.data()[j];
            }
        }
        return squaredNorms;
    }

    /// The maximum of these values, none of which is negative; 0 if there are none.
    static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
