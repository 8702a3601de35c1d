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
    private final double[] squares;
    private final double largest;

    /// @param centres shape `(k, d)`, seen from a point in their midst
    NearestCentres(Matrix centres) {
        this.centres = DoubleView.of(centres.values(), centres.rows(), centres.columns());
        squares = new double[centres.rows()];
        double most = 0;
        for (int k = 0; k < squares.length; k++) {
            squares[k] = squaredLength(this.centres.data(), k * centres.columns(), centres.columns());
            most = Math.max(most, squares[k]);
        }
        largest = most;
    }

    /// Writes which centre is nearest to each row of the block, and its squared distance, from index
    /// `first` on.
    ///
    /// @param block shape `(m, d)`, seen from the same point
    void find(DoubleView block, int first, int[] nearest, double[] distances) {
        int count = squares.length;
        double[] products = new double[block.rows() * count];
        Gemm.multiply(block, centres.transposed(), DoubleView.of(products, block.rows(), count), false);
        for (int i = 0; i < block.rows(); i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < count; k++) {
                double rest = squares[k] - 2 * products[i * count + k];
                products[i * count + k] = rest;
                least = Math.min(least, rest);
            }
            choose(block, i, products, least, first, nearest, distances);
        }
    }

    private void choose(
            DoubleView block, int i, double[] rests, double least, int first, int[] nearest, double[] distances) {
        int d = block.columns();
        double reach = least + 16 * (d + 4) * Math.ulp(1.0) * (squaredLength(block.data(), i * d, d) + largest);
        distances[first + i] = Double.POSITIVE_INFINITY;
        for (int k = 0; k < squares.length; k++) {
            if (rests[i * squares.length + k] <= reach) {
                double distance = squaredDistance(block.data(), i * d, k);
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

    /// The sum of the squares of `count` numbers from index `from`.
    static double squaredLength(double[] numbers, int from, int count) {
        double sum = 0;
        for (int j = from; j < from + count; j++) {
            sum += numbers[j] * numbers[j];
        }
        return sum;
    }
}
