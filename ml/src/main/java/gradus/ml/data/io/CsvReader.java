package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Streams a CSV file row by row, with memory that does not grow with the number of rows.
///
/// ```java
/// try (CsvReader reader = Csv.reader(path)) {
///     while (reader.next()) {
///         total += reader.getDouble(2);
///     }
/// }
/// ```
///
/// The reader is a cursor: the `get` methods read the current row, which [#next] replaces. The first line is
/// the header, which gives each column a distinct name. A blank line between rows is skipped, except in a
/// file with a single column, where it is a missing value. Messages name the file and the line, and the
/// column if there is one.
///
/// Not thread-safe.
public final class CsvReader implements AutoCloseable {

    private final CsvScanner fields;
    private final CsvFormat format;
    private final List<String> names = new ArrayList<>();
    private final boolean[] startsMissingValue = new boolean[128];
    private long row = -1;

    private CsvReader(CsvScanner fields, CsvFormat format) {
        this.fields = fields;
        this.format = format;
        startsMissingValue[' '] = true;
        for (String missingValue : format.missingValues()) {
            if (!missingValue.isEmpty()) {
                startsMissingValue[Math.min(missingValue.charAt(0), 127)] = true;
            }
        }
    }

    /// A reader of a UTF-8 stream, which [#close] closes.
    ///
    /// @param sourceName name of the source in messages
    /// @throws IllegalArgumentException if there is no header, or a column name is blank or occurs twice
    public static CsvReader of(InputStream stream, String sourceName, CsvFormat format) {
        var reader = new CsvReader(new CsvScanner(stream, sourceName, (byte) format.separator()), format);
        try {
            reader.readHeader(sourceName);
        } catch (RuntimeException e) {
            try (reader) {
                throw e;
            }
        }
        return reader;
    }

    private void readHeader(String sourceName) {
        if (!fields.next() || (fields.fieldCount() == 1 && fields.length(0) == 0)) {
            throw new IllegalArgumentException(
                    sourceName + ", line 1: expected a header with a name for each column, got none");
        }
        var seen = new HashSet<String>();
        for (int field = 0; field < fields.fieldCount(); field++) {
            String name = fields.getString(field);
            if (name.isBlank()) {
                throw fields.error("column " + (field + 1) + " has no name; give it one");
            }
            if (!seen.add(name)) {
                throw fields.error("two columns are called \"" + name + "\"; rename one");
            }
            names.add(name);
        }
    }

    /// The column names.
    public List<String> columnNames() {
        return List.copyOf(names);
    }

    /// Advances to the next row. At the end of the file it returns false, also if called again.
    ///
    /// @return whether there is a row
    /// @throws IllegalArgumentException if the row has more or fewer fields than the header, or its quotes
    ///     are malformed
    public boolean next() {
        do {
            if (!fields.next()) {
                return false;
            }
        } while (names.size() > 1 && fields.fieldCount() == 1 && fields.length(0) == 0 && !fields.isQuoted(0));
        if (fields.fieldCount() != names.size()) {
            throw fields.error("expected " + names.size() + " fields as in the header, got " + fields.fieldCount()
                    + "; quote a field that contains the separator");
        }
        row++;
        return true;
    }

    /// The index of the current row, counted from 0 without the header; -1 before the first call of [#next].
    public long rowIndex() {
        return row;
    }

    /// The line on which the current row begins, counted from 1.
    public long lineNumber() {
        return fields.lineNumber();
    }

    /// Whether field `column`, counted from 0, is a missing value: unquoted and one of
    /// [CsvFormat#missingValues].
    ///
    /// @throws IndexOutOfBoundsException if there is no such column
    public boolean isMissing(int column) {
        requireColumn(column);
        return !fields.isQuoted(column) && isMissingEvenIfQuoted(column);
    }

    /// Whether field `column` is one of the missing values of the format, quoted or not.
    boolean isMissingEvenIfQuoted(int column) {
        // Fast path: the first byte rules out a missing value for most fields.
        int first = fields.firstByte(column);
        return startsMissingValue[first < 0 ? 127 : first]
                && format.missingValues().contains(fields.getString(column).strip());
    }

    /// Field `column` as a string, without its quotes.
    ///
    /// @throws IllegalArgumentException if it isn't valid UTF-8
    /// @throws IndexOutOfBoundsException if there is no such column
    public String getString(int column) {
        requireColumn(column);
        return fields.getString(column);
    }

    /// Field `column` as a number.
    ///
    /// @throws IllegalArgumentException if it isn't a finite number, for example because it is missing
    /// @throws IndexOutOfBoundsException if there is no such column
    public double getDouble(int column) {
        requireColumn(column);
        double number = fields.parseDouble(column);
        if (Double.isNaN(number)) {
            throw error(column, "expected a finite number, got \"" + fields.getString(column) + "\"");
        }
        return number;
    }

    /// Field `column` as a finite number; NaN if it isn't one.
    double getDoubleOrNaN(int column) {
        return fields.parseDouble(column);
    }

    int fieldLength(int column) {
        return fields.length(column);
    }

    int firstByte(int column) {
        return fields.firstByte(column);
    }

    IllegalArgumentException error(int column, String message) {
        return fields.error("column \"" + names.get(column) + "\": " + message);
    }

    private void requireColumn(int column) {
        if (column < 0 || column >= names.size()) {
            throw new IndexOutOfBoundsException("no column " + column + " in a file of " + names.size() + " columns");
        }
    }

    /// Closes the stream.
    @Override
    public void close() {
        try {
            fields.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
