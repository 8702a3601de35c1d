package gradus.course;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses and compares numbers as people type them: `0.5`, `1/2`, `1e-3`, `−4`.
public final class NumericAnswers {

    private static final String DECIMAL = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";
    private static final Pattern FORM = Pattern.compile(DECIMAL + "(?:\\s*/\\s*" + DECIMAL + ")?");

    private NumericAnswers() {}

    /// The number in `text`; empty if it isn't a finite number.
    public static OptionalDouble parse(String text) {
        Matcher form = FORM.matcher(text.strip().replace('\u2212', '-'));
        if (!form.matches()) {
            return OptionalDouble.empty();
        }
        double numerator = Double.parseDouble(form.group(1));
        double denominator = form.group(2) == null ? 1 : Double.parseDouble(form.group(2));
        double value = numerator / denominator;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// The default absolute tolerance of an answer: 1e-6 · |value|, or 1e-6 if `value` is 0.
    public static double defaultTolerance(double value) {
        return 1e-6 * (value == 0 ? 1 : Math.abs(value));
    }

    static boolean isClose(double typed, double known, double tolerance) {
        return Math.abs(typed - known) <= Math.max(tolerance, defaultTolerance(known)) * (1 + 1e-9);
    }
}
