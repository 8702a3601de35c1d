package gradus.ml.data;

import java.nio.charset.StandardCharsets;

/// Numbers as people write them: a sign, digits with a point, a power of ten.
///
/// Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990: where the digits fit
/// into 53 bits and the power of ten is exact, one multiplication or division rounds once, and so rounds
/// right. All others are left to [Double#parseDouble].
final class Decimal {

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimal() {}

    /// The finite number that is written from `from` to before `to`, spaces around it aside; NaN if there
    /// is none.
    static double parse(byte[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] == ' ') {
            at++;
        }
        while (to > at && text[to - 1] == ' ') {
            to--;
        }
        int start = at;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int behindPoint = 0;
        boolean any = false;
        boolean point = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                any = true;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                behindPoint += point ? 1 : 0;
                digits = significant <= 18 ? 10 * digits + digit : digits;
            } else if (text[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!any) {
            return Double.NaN;
        }
        int power = 0;
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            int exponent = at + 1;
            boolean less = exponent < to && text[exponent] == '-';
            if (exponent < to && (text[exponent] == '-' || text[exponent] == '+')) {
                exponent++;
            }
            at = exponent;
            while (at < to && text[at] >= '0' && text[at] <= '9') {
                power = Math.min(10 * power + (text[at++] - '0'), 100_000);
            }
            if (at == exponent) {
                return Double.NaN;
            }
            power = less ? -power : power;
        }
        if (at != to) {
            return Double.NaN;
        }
        int shift = power - behindPoint;
        if (significant <= 18 && digits < 1L << 53 && Math.abs(shift) < POWERS.length) {
            double value = shift < 0 ? digits / POWERS[-shift] : digits * POWERS[shift];
            return negative ? -value : value;
        }
        double value = Double.parseDouble(new String(text, start, to - start, StandardCharsets.US_ASCII));
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
