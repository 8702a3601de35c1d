package gradus.ml.data.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The notation of numbers in a file: its decimal mark, and the character that groups digits, if any.
///
/// Numbers are brought into the form that [DecimalParser] reads, which is the notation of most files. Of
/// grouped digits, the first group has up to three digits, the last exactly three, and those between two
/// (lakhs and crores, in India) or three.
final class NumberNotation {

    private static final byte[] NO_GROUPS = {};

    private final byte decimal;
    private final byte[] separator;
    private byte[] scratch = new byte[32];

    private NumberNotation(byte decimal, byte[] separator) {
        this.decimal = decimal;
        this.separator = separator;
    }

    static NumberNotation of(CsvFormat format) {
        return new NumberNotation(
                (byte) format.decimal(),
                format.thousands()
                        .map(character -> character.toString().getBytes(StandardCharsets.UTF_8))
                        .orElse(NO_GROUPS));
    }

    /// Parses the bytes from `from` to before `to` as a finite number, ignoring surrounding spaces; NaN if
    /// they aren't one.
    double parse(byte[] text, int from, int to) {
        if (decimal == '.' && separator.length == 0) {
            return DecimalParser.parse(text, from, to);
        }
        int length = normalise(text, from, to);
        return length < 0 ? Double.NaN : DecimalParser.parse(scratch, 0, length);
    }

    /// Copies a number to `scratch` with a decimal point and without groups; returns its length, or -1 if it
    /// isn't a number.
    private int normalise(byte[] text, int from, int to) {
        while (from < to && text[from] == ' ') {
            from++;
        }
        while (to > from && text[to - 1] == ' ') {
            to--;
        }
        if (to - from > scratch.length) {
            scratch = new byte[to - from];
        }
        int length = 0;
        boolean integerPart = true;
        boolean grouped = false;
        int digits = 0;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            if (integerPart && isSeparator(text, i, to)) {
                if (digits == 0 || digits > 3 || (grouped && digits < 2)) {
                    return -1;
                }
                grouped = true;
                digits = 0;
                i += separator.length - 1;
                continue;
            }
            if (b >= '0' && b <= '9') {
                digits += integerPart ? 1 : 0;
            } else if (b != '+' && b != '-') {
                if (integerPart && grouped && digits != 3) {
                    return -1;
                }
                integerPart = false;
            }
            if (b == '.' && decimal != '.') {
                return -1;
            }
            scratch[length++] = b == decimal ? (byte) '.' : b;
        }
        return integerPart && grouped && digits != 3 ? -1 : length;
    }

    private boolean isSeparator(byte[] text, int at, int to) {
        return separator.length > 0
                && to - at >= separator.length
                && Arrays.equals(text, at, at + separator.length, separator, 0, separator.length);
    }
}
