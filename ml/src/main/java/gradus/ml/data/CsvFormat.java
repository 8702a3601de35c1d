package gradus.ml.data;

import java.util.Map;
import java.util.Set;

/// How a file of separated values is to be read and written.
///
/// @param separator what parts two fields: a comma, a semicolon, a tab
/// @param missing what stands for a missing value, where it is not in quotes; spaces around it do not count
/// @param kinds the kinds of columns by name, for those whose kind is not to be guessed from what is in
///     them
public record CsvFormat(char separator, Set<String> missing, Map<String, Kind> kinds) {

    /// Commas; nothing, `NA`, `NaN`, `nan` and `?` are missing; every kind is guessed.
    public static final CsvFormat STANDARD = new CsvFormat(',', Set.of("", "NA", "NaN", "nan", "?"), Map.of());

    /// @throws IllegalArgumentException if the separator is a quote, the end of a line, or no ASCII
    ///     character
    public CsvFormat {
        if (separator == '"' || separator == '\n' || separator == '\r' || separator > 126) {
            throw new IllegalArgumentException(
                    "a separator is an ASCII character, but no quote and no end of a line, got code "
                            + (int) separator);
        }
        missing = Set.copyOf(missing);
        kinds = Map.copyOf(kinds);
    }

    /// The same with another separator.
    public CsvFormat separatedBy(char separator) {
        return new CsvFormat(separator, missing, kinds);
    }

    /// The same with other words for a missing value.
    public CsvFormat withMissing(String... words) {
        return new CsvFormat(separator, Set.of(words), kinds);
    }

    /// The same where column `name` is of this kind, whatever is in it.
    public CsvFormat with(String name, Kind kind) {
        var more = new java.util.HashMap<>(kinds);
        more.put(name, kind);
        return new CsvFormat(separator, missing, more);
    }
}
