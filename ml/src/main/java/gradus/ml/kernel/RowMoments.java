package gradus.ml.kernel;

/// Mean and variance of a row in `double`, for layer normalisation of rows whose sums in `float` do not
/// suffice: those of nearly equal numbers, where the rounding error of the mean would pass for a deviation,
/// and those whose squares overflow.
final class RowMoments {

    private RowMoments() {}

    /// Whether a mean and a variance that were computed with sums in `float` are uncertain.
    static boolean areUncertain(float mean, double variance) {
        return !(variance > 1e-6 * mean * mean && variance < Double.POSITIVE_INFINITY);
    }

    static float mean(float[] x, int xOff, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xOff + i];
        }
        return (float) (sum / n);
    }

    /// The mean squared deviation from `mean`.
    static double variance(float mean, float[] x, int xOff, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double deviation = (double) x[xOff + i] - mean;
            sum += deviation * deviation;
        }
        return sum / n;
    }
}
