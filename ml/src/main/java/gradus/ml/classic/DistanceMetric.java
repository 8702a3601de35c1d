package gradus.ml.classic;

/// A distance between two rows. Each of them is a *metric*: 0 exactly for equal rows, symmetric, and subject
/// to the triangle inequality.
public enum DistanceMetric {
    /// Euclidean distance (L2), the length of the straight line: `√Σ (a_j − b_j)²`.
    EUCLIDEAN {
        @Override
        public double distance(double[] a, double[] b) {
            requireSameLength(a, b);
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                double difference = a[j] - b[j];
                sum += difference * difference;
            }
            return sum >= MIN_SQUARE && sum <= Double.MAX_VALUE ? Math.sqrt(sum) : scaled(a, b);
        }

        /// Relative to the largest difference, squares neither overflow nor underflow.
        private double scaled(double[] a, double[] b) {
            double largest = CHEBYSHEV.distance(a, b);
            if (largest == 0 || Double.isInfinite(largest)) {
                return largest;
            }
            double sum = 0;
            for (int j = 0; j < a.length; j++) {
                double ratio = (a[j] - b[j]) / largest;
                sum += ratio * ratio;
            }
            return largest * Math.sqrt(sum);
        }
    },
    /// Manhattan distance (L1), along the streets of a grid: `Σ |a_j − b_j|`.
    MANHATTAN {
        @Override
        public double distance(double[] a, double[] b) {
            requireSameLength(a, b);
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
            requireSameLength(a, b);
            double largest = 0;
            for (int j = 0; j < a.length; j++) {
                largest = Math.max(largest, Math.abs(a[j] - b[j]));
            }
            return largest;
        }
    };

    /// A sum of squares below this may have lost digits.
    private static final double MIN_SQUARE = 1e-290;

    /// The distance between two rows of the same length d. It is 0 only for equal rows, and infinite only if
    /// it is beyond the largest double. O(d).
    ///
    /// @throws IllegalArgumentException if the lengths differ
    public abstract double distance(double[] a, double[] b);

    private static void requireSameLength(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "both rows must have the same length, got lengths " + a.length + " and " + b.length);
        }
    }
}
