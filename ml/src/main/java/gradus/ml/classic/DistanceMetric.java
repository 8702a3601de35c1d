package gradus.ml.classic;

/// A distance between two rows. Each of them is a *metric*: 0 exactly for equal rows, symmetric, and subject
/// to the triangle inequality.
public enum DistanceMetric {
    /// Euclidean distance (L2), the length of the straight line: `√Σ (a_j − b_j)²`.
    EUCLIDEAN {
        @Override
        public double distance(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                double difference = a[j] - b[j];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }
    },
    /// Manhattan distance (L1), along the streets of a grid: `Σ |a_j − b_j|`.
    MANHATTAN {
        @Override
        public double distance(double[] a, double[] b) {
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                sum += Math.abs(a[j] - b[j]);
            }
            return sum;
        }
    },
    /// Chebyshev distance (L∞), the moves of a king on a chessboard: `max |a_j − b_j|`.
    CHEBYSHEV {
        @Override
        public double distance(double[] a, double[] b) {
            double largest = 0;
            for (int j = 0; j < a.length; j++) {
                largest = Math.max(largest, Math.abs(a[j] - b[j]));
            }
            return largest;
        }
    };

    /// The distance between two rows of the same length d. O(d).
    public abstract double distance(double[] a, double[] b);
}
