package gradus.ml.data.io;

import gradus.ml.data.DataType;
import java.util.Optional;

/// The data type that was inferred for a column of a CSV file, and why it isn't numbers.
///
/// @param name the column name
/// @param dataType the data type that fits all values of the column
/// @param deciding the first value that isn't a number, or is an identifier such as `007`; empty if all are
///     numbers or missing
public record InferredType(String name, DataType dataType, Optional<DecidingValue> deciding) {

    /// A value that ruled out a data type.
    ///
    /// @param value the text of the field
    /// @param line the line on which its row begins, counted from 1
    public record DecidingValue(String value, long line) {}

    /// Such as `price: strings, because of "1,5" on line 17`.
    @Override
    public String toString() {
        return name + ": " + dataType
                + deciding.map(text -> ", because of " + CsvFaults.abbreviate(text.value) + " on line " + text.line)
                        .orElse("");
    }
}
