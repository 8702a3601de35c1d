package gradus.ml.classic;

/// How far two rows are from each other. Each is 0 for equal rows only, the same both ways, and never
/// longer than the way over a third row.
public enum DistanceMetric {
    /// The straight line: the root of the sum of the squared differences.
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
    /// Along the streets of a grid: the sum of the differences.
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
    /// As a king goes on a chessboard: the largest difference.
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

    /// The distance of two rows of the same length d. O(d).
    public abstract double distance(double[] a, double[] b);
}
