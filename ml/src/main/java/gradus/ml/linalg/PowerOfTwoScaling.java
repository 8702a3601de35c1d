package gradus.ml.linalg;

import java.util.Arrays;

/// Scaling of finite numbers by powers of 2, so that squares of large ones do not overflow and squares of
/// small ones do not underflow. It changes the exponent of a `double` only, so it is exact, unless a result
/// overflows or becomes subnormal.
public final class PowerOfTwoScaling {

    private PowerOfTwoScaling() {}

    /// The exponent of `value`: the e with `2^e ≤ |value| < 2^(e + 1)`. Unlike [Math#getExponent(double)], it
    /// is also right for subnormal numbers. 0 for 0.
    public static int exponent(double value) {
        if (value == 0) {
            return 0;
        }
        boolean subnormal = Math.abs(value) < Double.MIN_NORMAL;
        return subnormal ? Math.getExponent(value * 0x1p54) - 54 : Math.getExponent(value);
    }

    /// The exponent of the largest absolute value among `values`; 0 if all are 0 or there are none.
    public static int exponent(double[] values) {
        // The bits of absolute values have the order of the values, NaN last, and integers compare faster.
        long largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Double.doubleToRawLongBits(value) & Long.MAX_VALUE);
        }
        return exponent(Double.longBitsToDouble(largest));
    }

    /// Multiplies each of `values` by `2^exponent`, in place.
    public static void multiply(double[] values, int exponent) {
        double factor = Math.scalb(1.0, exponent);
        if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], exponent);
            }
        }
    }

    /// Divides `values` by `2^e`, in place, and returns e, their [#exponent(double[])]: the largest absolute
    /// value is then at least 1 and less than 2.
    public static int normalise(double[] values) {
        int exponent = exponent(values);
        multiply(values, -exponent);
        return exponent;
    }

    /// Divides all entries by the same power of 2, in place, and returns its exponent.
    static int normalise(double[][] rows) {
        double[] largest = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (double value : rows[r]) {
                largest[r] = Math.max(largest[r], Math.abs(value));
            }
        }
        int exponent = exponent(largest);
        for (double[] row : rows) {
            multiply(row, -exponent);
        }
        return exponent;
    }

    /// Divides each column by a power of 2 of its own, in place, and returns the exponents.
    static int[] normaliseColumns(double[][] rows, int columns) {
        double[] largest = new double[columns];
        for (double[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                largest[c] = Math.max(largest[c], Math.abs(row[c]));
            }
        }
        int[] exponents = new int[columns];
        Arrays.setAll(exponents, c -> exponent(largest[c]));
        // Halves of the powers, because 2^1074 is not a double.
        double[] first = new double[columns];
        double[] second = new double[columns];
        Arrays.setAll(first, c -> Math.scalb(1.0, -exponents[c] / 2));
        Arrays.setAll(second, c -> Math.scalb(1.0, -exponents[c] - -exponents[c] / 2));
        for (double[] row : rows) {
            for (int c = 0; c < columns; c++) {
                row[c] = row[c] * first[c] * second[c];
            }
        }
        return exponents;
    }

    /// `value·2^exponent`, a number of a result that is described as `what`.
    ///
    /// @throws ArithmeticException if it exceeds the largest `double`
    static double undo(double value, int exponent, String what) {
        double result = Math.scalb(value, exponent);
        if (!Double.isFinite(result)) {
            throw new ArithmeticException(
                    what + " must fit into a double, but exceeds " + Double.MAX_VALUE + "; rescale the input");
        }
        return result;
    }
}
