package gradus.ml.data.io;

import gradus.ml.data.DataType;
import java.util.Map;
import java.util.Set;

/// How a file of separated values is to be read and written.
///
/// @param separator what parts two fields: a comma, a semicolon, a tab
/// @param missingValues what stands for a missing value, where it is not in quotes; spaces around it do not
///     count
/// @param dataTypes the kinds of columns by name, for those whose kind is not to be guessed from what is in
///     them
public record CsvFormat(char separator, Set<String> missingValues, Map<String, DataType> dataTypes) {

    /// Commas; nothing, `NA`, `NaN`, `nan` and `?` are missing; every kind is guessed.
    public static final CsvFormat DEFAULT = new CsvFormat(',', Set.of("", "NA", "NaN", "nan", "?"), Map.of());

    /// @throws IllegalArgumentException if the separator is a quote, the end of a line, or no ASCII
    ///     character
    public CsvFormat {
        if (separator == '"' || separator == '\n' || separator == '\r' || separator > 126) {
            throw new IllegalArgumentException(
                    "a separator is an ASCII character, but no quote and no end of a line, got code "
                            + (int) separator);
        }
        missingValues = Set.copyOf(missingValues);
        dataTypes = Map.copyOf(dataTypes);
    }

    /// The same with another separator.
    public CsvFormat withSeparator(char separator) {
        return new CsvFormat(separator, missingValues, dataTypes);
    }

    /// The same with other words for a missing value.
    public CsvFormat withMissingValues(String... values) {
        return new CsvFormat(separator, Set.of(values), dataTypes);
    }

    /// The same where column `name` is of this kind, whatever is in it.
    public CsvFormat withDataType(String name, DataType dataType) {
        var more = new java.util.HashMap<>(dataTypes);
        more.put(name, dataType);
        return new CsvFormat(separator, missingValues, more);
    }
}
