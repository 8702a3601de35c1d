package gradus.course;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses and compares numbers as people type them: `0.5`, `1/2`, `1e-3`, `−4`, `½`. What could mean more than one
/// number, such as `1,000`, isn't read.
public final class NumericAnswers {

    private static final String DECIMAL = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
    private static final Pattern FORM = Pattern.compile(DECIMAL + "(?:\\s*/\\s*" + DECIMAL + ")?");
    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\h]+|[\\s\\h]+$");
    private static final Map<Character, String> FRACTIONS = Map.of(
            '½', "1/2", '⅓', "1/3", '⅔', "2/3", '¼', "1/4", '¾', "3/4", '⅕', "1/5", '⅛', "1/8", '⅜', "3/8", '⅝', "5/8",
            '⅞', "7/8");

    private NumericAnswers() {}

    /// The number in `text`; empty if it isn't a finite number that can be read without doubt.
    public static OptionalDouble parse(String text) {
        Matcher form = FORM.matcher(plain(text));
        if (!form.matches()) {
            return OptionalDouble.empty();
        }
        double numerator = Double.parseDouble(form.group(1));
        double denominator = form.group(2) == null ? 1 : Double.parseDouble(form.group(2));
        double value = numerator / denominator;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// `text` without blanks around it, in the characters of a Java number.
    private static String plain(String text) {
        var plain = new StringBuilder();
        for (char c : BLANKS_AROUND.matcher(text).replaceAll("").toCharArray()) {
            // The full-width forms of ASCII, as East Asian keyboards type them.
            plain.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u2212' ? '-' : c);
        }
        char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
        boolean alone = plain.length() == 1 || plain.length() == 2 && "+-".indexOf(plain.charAt(0)) >= 0;
        return alone && FRACTIONS.containsKey(last)
                ? plain.substring(0, plain.length() - 1) + FRACTIONS.get(last)
                : plain.toString();
    }

    /// What to change in `text`, which isn't a number.
    static String wantedForm(String text) {
        String plain = plain(text);
        String form = "Write one number, as 0.5, 1/2 or 1e-3.";
        if (plain.isEmpty()) {
            return "There's no number yet. " + form;
        } else if (FORM.matcher(plain).matches()) {
            return "This is no finite number. " + form;
        } else if (plain.matches("[+-]?[\\d,]*,[\\d.]*")) {
            return "A comma can mean two things. Write a decimal point, and nothing between thousands: 0.5, 1000.";
        } else if (plain.matches("[+-]?\\d[\\d.\\s\\h'_]*")) {
            return "This can't be read as one number. Write its digits without blanks or marks between them: 1000, 0.5.";
        }
        return "This can't be read as a number. " + form;
    }

    /// The default absolute tolerance of an answer: 1e-6 · |value|, or 1e-6 if `value` is 0.
    public static double defaultTolerance(double value) {
        return 1e-6 * (value == 0 ? 1 : Math.abs(value));
    }

    static boolean isClose(double typed, double known, double tolerance) {
        return Math.abs(typed - known) <= Math.max(tolerance, defaultTolerance(known)) * (1 + 1e-9);
    }
}
