package gradus.course.read.question;

import gradus.course.NumericAnswers;
import java.util.OptionalDouble;

/// Parses the right answer to a numeric question with its tolerance: `0.333 ± 0.001`.
final class ToleranceParser {

    private ToleranceParser() {}

    /// The absolute tolerance; empty if `text` isn't a number.
    static OptionalDouble parse(String text) {
        OptionalDouble number = NumericAnswers.parse(value(text));
        int sign = text.indexOf('±');
        if (number.isEmpty() || sign < 0) {
            return number.isEmpty() ? number : OptionalDouble.of(NumericAnswers.defaultTolerance(number.getAsDouble()));
        }
        return NumericAnswers.parse(text.substring(sign + 1));
    }

    /// The number without its tolerance; `text` itself if it isn't a number with a tolerance.
    static String value(String text) {
        int sign = text.indexOf('±');
        boolean number =
                sign > 0 && NumericAnswers.parse(text.substring(0, sign)).isPresent();
        return number ? text.substring(0, sign).strip() : text;
    }
}
