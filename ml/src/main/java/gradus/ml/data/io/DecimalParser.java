package gradus.ml.data.io;

import java.nio.charset.StandardCharsets;

/// Parses decimal numbers to the nearest `double`: a sign, digits with a decimal point, an exponent.
///
/// Fast path: if the digits fit into the 53 bits of the significand and the power of ten is exact (up to
/// 10^22), a single multiplication or division rounds only once, so the result is correctly rounded. All
/// other numbers are left to [Double#parseDouble].
///
/// Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990.
final class DecimalParser {

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalParser() {}

    /// Parses the bytes from `from` to before `to` as a finite number, ignoring surrounding spaces; NaN if
    /// they aren't one.
    static double parse(byte[] text, int from, int to) {
        int position = from;
        while (position < to && text[position] == ' ') {
            position++;
        }
        while (to > position && text[to - 1] == ' ') {
            to--;
        }
        int start = position;
        boolean negative = position < to && text[position] == '-';
        if (position < to && (text[position] == '-' || text[position] == '+')) {
            position++;
        }
        long digits = 0;
        int significant = 0;
        int fractionDigits = 0;
        boolean anyDigit = false;
        boolean point = false;
        for (; position < to; position++) {
            int digit = text[position] - '0';
            if (digit >= 0 && digit <= 9) {
                anyDigit = true;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                fractionDigits += point ? 1 : 0;
                digits = significant <= 18 ? 10 * digits + digit : digits;
            } else if (text[position] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!anyDigit) {
            return Double.NaN;
        }
        int power = 0;
        if (position < to && (text[position] == 'e' || text[position] == 'E')) {
            int exponent = position + 1;
            boolean negativeExponent = exponent < to && text[exponent] == '-';
            if (exponent < to && (text[exponent] == '-' || text[exponent] == '+')) {
                exponent++;
            }
            position = exponent;
            while (position < to && text[position] >= '0' && text[position] <= '9') {
                power = Math.min(10 * power + (text[position++] - '0'), 100_000);
            }
            if (position == exponent) {
                return Double.NaN;
            }
            power = negativeExponent ? -power : power;
        }
        if (position != to) {
            return Double.NaN;
        }
        int shift = power - fractionDigits;
        if (significant <= 18 && digits < 1L << 53 && Math.abs(shift) < POWERS_OF_TEN.length) {
            double value = shift < 0 ? digits / POWERS_OF_TEN[-shift] : digits * POWERS_OF_TEN[shift];
            return negative ? -value : value;
        }
        double value = Double.parseDouble(new String(text, start, to - start, StandardCharsets.US_ASCII));
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
