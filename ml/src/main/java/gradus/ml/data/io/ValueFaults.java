package gradus.ml.data.io;

import java.util.regex.Pattern;

/// Explains why a text isn't a number or a date, by its look, and what to do then.
final class ValueFaults {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?(\\d+|\\d{1,3}([. ]\\d{3})+),\\d+");
    private static final Pattern COMMA_GROUPS = Pattern.compile("[-+]?\\d{1,3}(,\\d{2,3})*,\\d{3}(\\.\\d+)?");
    private static final Pattern SPACE_GROUPS = Pattern.compile("[-+]?\\d{1,3}([ \\u00A0\\u202F]\\d{3})+([.,]\\d+)?");
    private static final Pattern INFINITY = Pattern.compile("(?i)[-+]?(inf|infinity|1\\.#inf)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private ValueFaults() {}

    static String explain(String text, CsvFormat format) {
        String remedy = remedy(text.strip(), format);
        return "expected a finite number, got "
                + (remedy.isEmpty() ? orMissing(text) : CsvFaults.abbreviate(text) + "; " + remedy);
    }

    static String explainDate(String text) {
        return "expected a date such as 1906-05-31, got "
                + (text.chars().anyMatch(Character::isDigit)
                        ? CsvFaults.abbreviate(text) + "; for another format of dates, read the column as strings and "
                                + "convert it with toDateColumn"
                        : orMissing(text));
    }

    /// The text, and what to do about a value that doesn't fit.
    static String orMissing(String text) {
        String value = CsvFaults.abbreviate(text);
        return value + "; correct it, or set withMissingValues(" + value + ") if it means that the value is missing";
    }

    private static String remedy(String text, CsvFormat format) {
        if (format.thousands().isEmpty() && COMMA_GROUPS.matcher(text).matches() && format.decimal() == '.') {
            return "if the comma groups digits, set withThousands(',')"
                    + (text.indexOf(',') == text.lastIndexOf(',') && text.indexOf('.') < 0
                            ? "; if it is the decimal mark, set withDecimal(',')"
                            : "");
        } else if (format.decimal() == '.' && DECIMAL_COMMA.matcher(text).matches()) {
            return "if the comma is the decimal mark, set withDecimal(',')"
                    + (text.indexOf('.') < 0 ? "" : " and withThousands('.')");
        } else if (format.thousands().isEmpty() && SPACE_GROUPS.matcher(text).matches()) {
            return "if that character groups digits, set withThousands with it";
        } else if (INFINITY.matcher(text).matches() || NUMBER.matcher(text).matches()) {
            return "a table holds no infinite numbers; replace it by a missing value, or by a number in range";
        } else if (format.missingValues().contains(text)) {
            return "the value is missing; check isMissing first";
        }
        return "";
    }
}
