package gradus.ml.linalg;

/// Keeps squares within the range of `double`: numbers are measured in a unit near the largest of them. The
/// unit is a power of 2, so that changing to it and back rounds nothing.
final class PowerOfTwoScaling {

    private PowerOfTwoScaling() {}

    /// Divides all numbers by the unit, and returns it.
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
