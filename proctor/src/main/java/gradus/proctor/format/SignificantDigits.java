package gradus.proctor.format;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers rounded to a number of significant digits.
public final class SignificantDigits {

    private SignificantDigits() {}

    public static String three(double value) {
        return roundTo(value, 3);
    }

    public static String six(double value) {
        return roundTo(value, 6);
    }

    private static String roundTo(double value, int digits) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? JavaLiterals.number(value)
                : JavaLiterals.number(
                        new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
}
