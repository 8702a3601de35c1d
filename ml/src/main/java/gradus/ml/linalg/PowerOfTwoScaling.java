package gradus.ml.linalg;

/// Scales a matrix so that squares of its entries neither overflow nor underflow. The scale factor is a power
/// of 2 near the largest entry, so scaling is exact (unless an entry becomes subnormal).
final class PowerOfTwoScaling {

    private PowerOfTwoScaling() {}

    /// Divides all entries by the scale factor, in place, and returns the factor.
    static double normalise(double[][] rows) {
        double largest = 0;
        for (double[] row : rows) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        if (largest == 0) {
            return 1;
        }
        int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.scalb(row[i], -exponent);
            }
        }
        return Math.scalb(1.0, exponent);
    }
}
