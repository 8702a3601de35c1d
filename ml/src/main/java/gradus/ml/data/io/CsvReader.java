package gradus.ml.data.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

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
/// The reader is a cursor: the `get` methods read the current row, which [#next] replaces. Blank lines are
/// skipped; but in a file with a single column, a blank line before further rows is a missing value. Messages
/// name the file and the line, and the column if there is one.
///
/// Not thread-safe.
public final class CsvReader implements AutoCloseable {

    private final CsvScanner fields;
    private final CsvFaults faults;
    private final CsvFormat format;
    private final NumberNotation notation;
    private final char separator;
    private final boolean[] startsMissingValue = new boolean[128];
    private List<String> names = List.of();
    private boolean firstRowIsRead;
    private int blankLines;
    private long row = -1;

    private CsvReader(CsvScanner fields, CsvFaults faults, CsvFormat format, char separator) {
        this.fields = fields;
        this.faults = faults;
        this.format = format;
        this.notation = NumberNotation.of(format);
        this.separator = separator;
        startsMissingValue[' '] = true;
        for (String missingValue : format.missingValues()) {
            if (!missingValue.isEmpty()) {
                startsMissingValue[Math.min(missingValue.charAt(0), 127)] = true;
            }
        }
    }

    /// A reader of the bytes of a CSV file, gzipped or not. [#close] closes the stream.
    ///
    /// @param sourceName name of the source in messages
    /// @throws IllegalArgumentException if the stream isn't text, or there is no header, or two columns have
    ///     the same name
    public static CsvReader of(InputStream stream, String sourceName, CsvFormat format) {
        try {
            var faults = new CsvFaults(sourceName);
            BufferedInputStream text = TextSource.open(stream, sourceName, format.charset());
            CsvPreamble preamble = CsvPreamble.read(text, format.skipRows());
            CsvDialect dialect = preamble.declaredIn(format.dialect(), faults);
            InputStream fields = dialect.spaceRuns() ? new SpaceRuns(text, dialect) : text;
            var scanner = new CsvScanner(fields, dialect, faults, preamble.lines() + 1);
            var reader = new CsvReader(scanner, faults, format, dialect.separator());
            reader.readNames();
            return reader;
        } catch (RuntimeException | IOException e) {
            try (stream) {
                throw e instanceof IOException io ? FileFaults.explain(io, sourceName) : (RuntimeException) e;
            } catch (IOException closing) {
                throw FileFaults.explain(closing, sourceName);
            }
        }
    }

    private void readNames() {
        switch (format.header()) {
            case CsvFormat.Header.FirstRow _ -> {
                requireRow("expected a header with a name for each column");
                names = CsvHeader.names(fields, faults, separator);
            }
            case CsvFormat.Header.Numbered _ -> {
                requireRow("expected a row, to count the columns");
                names = IntStream.range(0, fields.fieldCount())
                        .mapToObj(Integer::toString)
                        .toList();
                firstRowIsRead = true;
            }
            case CsvFormat.Header.Names(List<String> given) -> names = given;
        }
        faults.setColumnNames(names);
    }

    private void requireRow(String expected) {
        do {
            if (!fields.next()) {
                throw faults.row(fields.lineNumber(), expected + ", but the file ends here");
            }
        } while (fields.isBlank());
    }

    /// The column names.
    public List<String> columnNames() {
        return names;
    }

    /// Advances to the next row. At the end of the file it returns false, also if called again.
    ///
    /// @return whether there is a row
    /// @throws IllegalArgumentException if the row has more or fewer fields than the header, or its quotes
    ///     are malformed. A single empty field more, after a trailing separator, is allowed
    public boolean next() {
        if (!advance()) {
            return false;
        }
        row++;
        if (fields.fieldCount() != names.size()) {
            resize();
        }
        return true;
    }

    private boolean advance() {
        if (firstRowIsRead) {
            firstRowIsRead = false;
            return true;
        }
        if (blankLines > 0) {
            if (--blankLines == 0) {
                fields.showRow();
            }
            return true;
        }
        while (fields.next()) {
            if (!fields.isBlank()) {
                if (blankLines > 0) {
                    fields.showBlank();
                }
                return true;
            }
            blankLines += names.size() == 1 ? 1 : 0;
        }
        blankLines = 0;
        return false;
    }

    /// Makes a row as long as the header, if that loses nothing.
    private void resize() {
        int count = fields.fieldCount();
        boolean trailingSeparator =
                count == names.size() + 1 && fields.length(count - 1) == 0 && !fields.isQuoted(count - 1);
        if (!trailingSeparator && !(format.fill() && count < names.size())) {
            throw faults.row(
                    fields.lineNumber(), FieldCount.explain(fields, names, separator, format.header(), row == 0));
        }
        fields.resize(names.size());
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
                && (format.missingValues().contains(fields.getString(column).strip()) || fields.isFilled(column));
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
        double number = fields.parseDouble(column, notation);
        if (Double.isNaN(number)) {
            throw error(column, ValueFaults.explain(fields.getString(column), format));
        }
        return number;
    }

    /// Field `column` as a finite number; NaN if it isn't one.
    double getDoubleOrNaN(int column) {
        return fields.parseDouble(column, notation);
    }

    int fieldLength(int column) {
        return fields.length(column);
    }

    int firstByte(int column) {
        return fields.firstByte(column);
    }

    IllegalArgumentException error(int column, String message) {
        return faults.at(fields.lineNumber(), column, message);
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
