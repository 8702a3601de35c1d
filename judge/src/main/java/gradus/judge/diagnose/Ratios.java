package gradus.judge.diagnose;

/// Ratios that a factor too many, or one that is missing, gives.
final class Ratios {

    private static final int SMALL = 12;
    private static final int LARGE = 1000;

    /// A symptom gives its number in six digits; the square of that is less certain.
    private static final double TOLERANCE = 1e-5;

    private Ratios() {}

    /// Whether a ratio is an integer over a small one or the contrary, or a ratio of two small ones times π, or the
    /// root of such a ratio.
    static boolean isPlain(double ratio) {
        double size = Math.abs(ratio);
        return isFraction(size, LARGE)
                || isFraction(size * size, SMALL)
                || isFraction(size / Math.PI, SMALL)
                || isFraction(size * Math.PI, SMALL);
    }

    private static boolean isFraction(double size, int largest) {
        return isOverASmallInteger(size, largest) || isOverASmallInteger(1 / size, largest);
    }

    private static boolean isOverASmallInteger(double size, int largest) {
        for (int denominator = 1; denominator <= SMALL; denominator++) {
            double numerator = Math.rint(size * denominator);
            if (numerator >= 1
                    && numerator <= largest
                    && Math.abs(size * denominator - numerator) <= TOLERANCE * numerator) {
                return true;
            }
        }
        return false;
    }
}
