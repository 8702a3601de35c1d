package gradus.proctor;

import java.math.BigDecimal;
import java.math.MathContext;

/// Measured numbers with as many digits as they deserve.
final class Digits {

    private Digits() {}

    static String three(double value) {
        return rounded(value, 3);
    }

    static String six(double value) {
        return rounded(value, 6);
    }

    private static String rounded(double value, int digits) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? Written.number(value)
                : Written.number(
                        new BigDecimal(value).round(new MathContext(digits)).doubleValue());
    }
}
