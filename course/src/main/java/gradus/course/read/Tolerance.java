package gradus.course.read;

import gradus.course.Numbers;
import java.util.OptionalDouble;

/// The right answer to a number question, with how far off one may be: `0.333 ± 0.001`.
final class Tolerance {

    private Tolerance() {}

    /// How far off an answer may be; empty if `text` is no number.
    static OptionalDouble of(String text) {
        OptionalDouble number = Numbers.parse(value(text));
        int sign = text.indexOf('±');
        if (number.isEmpty() || sign < 0) {
            return number.isEmpty() ? number : OptionalDouble.of(Numbers.tolerance(number.getAsDouble()));
        }
        return Numbers.parse(text.substring(sign + 1));
    }

    /// The number itself, without its tolerance. Text that is no number with a tolerance stays as it is.
    static String value(String text) {
        int sign = text.indexOf('±');
        boolean number = sign > 0 && Numbers.parse(text.substring(0, sign)).isPresent();
        return number ? text.substring(0, sign).strip() : text;
    }
}
