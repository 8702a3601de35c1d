package gradus.ml.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;

/// Finds the kind of a column from the texts in it: each text strikes out the kinds that it is not.
///
/// A whole number with a leading zero or more than 15 digits is the number of a thing (a post code, an
/// account) and stays text: as a number it would lose digits.
final class Inference {

    private final Set<Kind> possible = EnumSet.of(Kind.FLAGS, Kind.NUMBERS, Kind.DATES);
    private boolean seen;
    private boolean seenQuotedMissing;

    void see(CsvReader row, int column) {
        if (row.isMissingWord(column)) {
            seenQuotedMissing |= !row.isMissing(column);
            return;
        }
        seen = true;
        if (possible.contains(Kind.NUMBERS) && (Double.isNaN(row.numberOrNaN(column)) || isIdentifier(row, column))) {
            possible.remove(Kind.NUMBERS);
        }
        if (possible.contains(Kind.FLAGS) && !isFlag(row.text(column))) {
            possible.remove(Kind.FLAGS);
        }
        if (possible.contains(Kind.DATES) && !isDate(row.text(column))) {
            possible.remove(Kind.DATES);
        }
    }

    /// Of no values at all it is numbers; unless there are quotes around nothing, which is what a text
    /// looks like.
    Kind kind() {
        if (!seen) {
            return seenQuotedMissing ? Kind.TEXT : Kind.NUMBERS;
        }
        return possible.isEmpty() ? Kind.TEXT : possible.iterator().next();
    }

    private static boolean isIdentifier(CsvReader row, int column) {
        if (row.length(column) <= 15 && "+-0 ".indexOf(row.first(column)) < 0) {
            return false;
        }
        String text = row.text(column).strip();
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean leadingZero =
                text.length() > digits + 1 && text.charAt(digits) == '0' && Character.isDigit(text.charAt(digits + 1));
        return leadingZero
                || (text.length() - digits > 15 && text.chars().skip(digits).allMatch(Character::isDigit));
    }

    static boolean isFlag(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
