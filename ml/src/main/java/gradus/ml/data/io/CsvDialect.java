package gradus.ml.data.io;

import java.util.LinkedHashMap;
import java.util.Optional;

/// The dialect of a CSV file: the characters that divide it into fields. `csv.Dialect` in Python.
///
/// All four are ASCII characters other than line breaks, and different from each other. The settings are
/// those of [CsvFormat], which has a method for each.
///
/// @param separator the character between two fields
/// @param spaceRuns whether each run of spaces and tabs separates two fields, except at the ends of a line;
///     the separator is a space then
/// @param quote the character around a field that may contain separators and line breaks, if there is one
/// @param escape the character that makes the next one plain text, if there is one
/// @param comment the character from which on the rest of a line is ignored, if there is one
public record CsvDialect(
        char separator,
        boolean spaceRuns,
        Optional<Character> quote,
        Optional<Character> escape,
        Optional<Character> comment) {

    /// @throws IllegalArgumentException if a character isn't ASCII or is a line break, or two are equal, or
    ///     runs of spaces separate fields, but the separator isn't a space
    public CsvDialect {
        if (spaceRuns && separator != ' ') {
            throw new IllegalArgumentException(
                    "if runs of spaces separate fields, the separator must be a space, got " + describe(separator));
        }
        var names = new LinkedHashMap<Character, String>();
        add(names, separator, "separator");
        quote.ifPresent(character -> add(names, character, "quote"));
        escape.ifPresent(character -> add(names, character, "escape character"));
        comment.ifPresent(character -> add(names, character, "comment character"));
    }

    private static void add(LinkedHashMap<Character, String> names, char character, String name) {
        if (character == '\n' || character == '\r' || character == 0 || character > 126) {
            throw new IllegalArgumentException(
                    "the " + name + " must be an ASCII character other than a line break, got " + describe(character));
        }
        String other = names.putIfAbsent(character, name);
        if (other != null) {
            throw new IllegalArgumentException(
                    "the " + other + " and the " + name + " must differ, got " + describe(character) + " for both");
        }
    }

    /// Commas and double quotes, as in RFC 4180.
    public static CsvDialect rfc4180() {
        return new CsvDialect(',', false, Optional.of('"'), Optional.empty(), Optional.empty());
    }

    CsvDialect withSeparator(char separator) {
        return new CsvDialect(separator, false, quote, escape, comment);
    }

    CsvDialect withSpaceRuns() {
        return new CsvDialect(' ', true, quote, escape, comment);
    }

    CsvDialect withQuote(Optional<Character> quote) {
        return new CsvDialect(separator, spaceRuns, quote, escape, comment);
    }

    CsvDialect withEscape(char character) {
        return new CsvDialect(separator, spaceRuns, quote, Optional.of(character), comment);
    }

    CsvDialect withComment(char character) {
        return new CsvDialect(separator, spaceRuns, quote, escape, Optional.of(character));
    }

    /// Whether a field with this character has to be quoted.
    boolean divides(char character) {
        return character == separator
                || quote.filter(other -> other == character).isPresent()
                || escape.filter(other -> other == character).isPresent()
                || comment.filter(other -> other == character).isPresent();
    }

    /// A character as messages show it, such as `';'` or `a tab`.
    static String describe(char character) {
        return switch (character) {
            case '\t' -> "a tab";
            case ' ' -> "a space";
            case '\n', '\r' -> "a line break";
            default -> character < ' ' || character == 127 ? "code " + (int) character : "'" + character + "'";
        };
    }
}
