package gradus.ml.nn;

/// Checks of hyperparameters, with uniform exception messages. The arithmetic is in `float`, so a number must
/// also keep its limits when it is rounded to one.
final class Require {

    private Require() {}

    /// Checks a fraction that is kept or dropped: at least 0 and below 1.
    static void fraction(String name, double value) {
        if (!(value >= 0 && (float) value < 1)) {
            throw new IllegalArgumentException(name + " must be at least 0 and below 1, got " + value);
        }
    }

    static void nonNegative(String name, double value) {
        if (!(value >= 0 && (float) value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and fit into a float, got " + value);
        }
    }

    static void positive(String name, double value) {
        if (!((float) value > 0 && (float) value < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be greater than 0 and fit into a float, got " + value);
        }
    }

    static void finite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(name + " must be finite and fit into a float, got " + value);
        }
    }

    static void atLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", got " + value);
        }
    }

    /// Checks the maximum of a gradient norm: greater than 0, or infinity for no clipping.
    static void maxGradientNorm(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    "maxGradientNorm must be greater than 0, or infinity for no clipping, got " + value);
        }
    }
}
