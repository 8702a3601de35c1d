package gradus.course.read.question;

import gradus.course.NumericAnswers;
import java.util.OptionalDouble;

/// The right answer to a number question, with how far off one may be: `0.333 ± 0.001`.
final class Tolerance {

    private Tolerance() {}

    /// How far off an answer may be; empty if `text` is no number.
    static OptionalDouble parse(String text) {
        OptionalDouble number = NumericAnswers.parse(value(text));
        int sign = text.indexOf('±');
        if (number.isEmpty() || sign < 0) {
            return number.isEmpty() ? number : OptionalDouble.of(NumericAnswers.defaultTolerance(number.getAsDouble()));
        }
        return NumericAnswers.parse(text.substring(sign + 1));
    }

    /// The number itself, without its tolerance. Text that is no number with a tolerance stays as it is.
    static String value(String text) {
        int sign = text.indexOf('±');
        boolean number =
                sign > 0 && NumericAnswers.parse(text.substring(0, sign)).isPresent();
        return number ? text.substring(0, sign).strip() : text;
    }
}
