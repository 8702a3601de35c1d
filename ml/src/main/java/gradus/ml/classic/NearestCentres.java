package gradus.ml.classic;

import gradus.ml.kernel.DoubleView;
import gradus.ml.kernel.Gemm;
import gradus.ml.linalg.Matrix;

/// Which of few centres is nearest to each of many rows.
///
/// A squared distance is `‖x‖² − 2·x·c + ‖c‖²`, of which the first part is the same for every centre, and
/// the second is a product of matrices. That is quick, but rounding can make of the nearer the farther.
/// So of the centres that come within the rounding of the least, the distance is taken as it is defined,
/// and the first of the nearest wins: the answer is the one that the plain loop over all distances gives.
final class NearestCentres {

    private final DoubleView centres;
    private final double[] squaredNorms;
    /// How much two squared distances can be off, both together.
    private final double errorBound;

    /// @param centres shape `(k, d)`, seen from a point in their midst
    /// @param maxSquaredNorm the squared length of the longest row that will come, seen from there
    NearestCentres(Matrix centres, double maxSquaredNorm) {
        this.centres = DoubleView.of(centres.flatten(), centres.rows(), centres.columns());
        squaredNorms = squaredNorms(this.centres);
        errorBound = 16 * (centres.columns() + 4) * Math.ulp(1.0) * (maxSquaredNorm + max(squaredNorms));
    }

    /// Writes which centre is nearest to each row of the block, and its squared distance, from index
    /// `first` on.
    ///
    /// @param block shape `(m, d)`, seen from the same point
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
    }

    private double squaredDistance(double[] row, int from, int k) {
        double[] numbers = centres.data();
        int at = k * centres.columns();
        double sum = 0;
        for (int j = 0; j < centres.columns(); j++) {
            double difference = row[from + j] - numbers[at + j];
            sum += difference * difference;
        }
        return sum;
    }

    /// The squared length of each row, shape `(m)`.
    static double[] squaredNorms(DoubleView rows) {
        double[] squaredNorms = new double[rows.rows()];
        for (int i = 0; i < squaredNorms.length; i++) {
            for (int j = i * rows.columns(); j < (i + 1) * rows.columns(); j++) {
                squaredNorms[i] += rows.data()[j] * rows.data()[j];
            }
        }
        return squaredNorms;
    }

    /// The largest of these numbers, none of which is negative; 0 if there are none.
    static double max(double[] numbers) {
        double max = 0;
        for (double number : numbers) {
            max = Math.max(max, number);
        }
        return max;
    }
}
