package gradus.ml.kernel;

/// The softmax of a row whose maximum is not finite, by the rule of [gradus.ml.numbers.Softmax].
final class SoftmaxLimits {

    private SoftmaxLimits() {}

    /// A single infinity takes all. Otherwise softmax is not defined, and each element is NaN.
    ///
    /// @param max the maximum of the row: NaN, infinity, or negative infinity
    static void fill(float max, float[] x, int xOff, float[] y, int yOff, int n) {
        int infinities = 0;
        for (int i = 0; i < n && max == Float.POSITIVE_INFINITY; i++) {
            infinities += x[xOff + i] == max ? 1 : 0;
        }
        for (int i = 0; i < n; i++) {
            float limit = x[xOff + i] == max ? 1 : 0;
            y[yOff + i] = infinities == 1 ? limit : Float.NaN;
        }
    }
}
