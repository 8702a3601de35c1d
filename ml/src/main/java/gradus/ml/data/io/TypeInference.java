package gradus.ml.data.io;

import gradus.ml.data.DataType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Type inference: finds the data type of a column by elimination. Each value removes the types that it
/// doesn't fit.
///
/// An integer with a leading zero or more than 15 digits is an identifier (a postcode, an account) and stays
/// a string, because it would lose digits as a number.
final class TypeInference {

    private final Set<DataType> candidates = EnumSet.of(DataType.BOOLEANS, DataType.NUMBERS, DataType.DATES);
    private boolean seen;
    private boolean seenQuotedMissing;
    private Optional<InferredType.DecidingValue> deciding = Optional.empty();

    void update(CsvReader row, int column) {
        if (row.isMissingEvenIfQuoted(column)) {
            seenQuotedMissing |= !row.isMissing(column);
            return;
        }
        seen = true;
        if (candidates.contains(DataType.NUMBERS)
                && (Double.isNaN(row.getDoubleOrNaN(column)) || isIdentifier(row, column))) {
            candidates.remove(DataType.NUMBERS);
            deciding = Optional.of(new InferredType.DecidingValue(row.getString(column), row.lineNumber()));
        }
        if (candidates.contains(DataType.BOOLEANS) && !isBoolean(row.getString(column))) {
            candidates.remove(DataType.BOOLEANS);
        }
        if (candidates.contains(DataType.DATES) && !isDate(row.getString(column))) {
            candidates.remove(DataType.DATES);
        }
    }

    /// The inferred type. Without any value it is numbers, or strings if a missing value was quoted, since
    /// only strings are written with quotes.
    DataType dataType() {
        if (!seen) {
            return seenQuotedMissing ? DataType.STRINGS : DataType.NUMBERS;
        }
        return candidates.isEmpty() ? DataType.STRINGS : candidates.iterator().next();
    }

    InferredType result(String name) {
        return new InferredType(name, dataType(), deciding);
    }

    private static boolean isIdentifier(CsvReader row, int column) {
        if (row.fieldLength(column) <= 15 && "+-0 ".indexOf(row.firstByte(column)) < 0) {
            return false;
        }
        String text = row.getString(column).strip();
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean leadingZero =
                text.length() > digits + 1 && text.charAt(digits) == '0' && Character.isDigit(text.charAt(digits + 1));
        return leadingZero
                || (text.length() - digits > 15 && text.chars().skip(digits).allMatch(Character::isDigit));
    }

    static boolean isBoolean(String text) {
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
