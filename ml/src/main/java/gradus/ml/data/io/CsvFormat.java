package gradus.ml.data.io;

import gradus.ml.data.DataType;
import java.util.Map;
import java.util.Set;

/// Options for reading a CSV file.
///
/// @param separator the character between two fields, such as a comma, a semicolon or a tab: `sep` in pandas
/// @param missingValues unquoted fields that mean a missing value, compared without surrounding white space:
///     `na_values` in pandas
/// @param dataTypes data types by column name, for the columns whose type should not be inferred: `dtype` in
///     pandas
public record CsvFormat(char separator, Set<String> missingValues, Map<String, DataType> dataTypes) {

    /// The default: commas; an empty field, `NA`, `NaN`, `nan` and `?` are missing values; all data types are
    /// inferred.
    public static final CsvFormat DEFAULT = new CsvFormat(',', Set.of("", "NA", "NaN", "nan", "?"), Map.of());

    /// @throws IllegalArgumentException if the separator is a double quote, a line break, or not an ASCII
    ///     character
    public CsvFormat {
        if (separator == '"' || separator == '\n' || separator == '\r' || separator > 126) {
            throw new IllegalArgumentException(
                    "the separator must be an ASCII character other than a double quote or a line break, got code "
                            + (int) separator);
        }
        missingValues = Set.copyOf(missingValues);
        dataTypes = Map.copyOf(dataTypes);
    }

    /// A copy with another separator.
    public CsvFormat withSeparator(char separator) {
        return new CsvFormat(separator, missingValues, dataTypes);
    }

    /// A copy with other missing values in place of the present ones.
    public CsvFormat withMissingValues(String... values) {
        return new CsvFormat(separator, Set.of(values), dataTypes);
    }

    /// A copy that sets the data type of column `name` instead of inferring it.
    public CsvFormat withDataType(String name, DataType dataType) {
        var extended = new java.util.HashMap<>(dataTypes);
        extended.put(name, dataType);
        return new CsvFormat(separator, missingValues, extended);
    }
}
