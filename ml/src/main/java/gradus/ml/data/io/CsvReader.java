package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Walks through a file of comma-separated values row by row, in memory that does not grow with the file.
///
/// ```java
/// try (CsvReader rows = Csv.rows(path)) {
///     while (rows.next()) {
///         total += rows.number(2);
///     }
/// }
/// ```
///
/// A row is seen until the next one is asked for. The first row is the header: a name for each column, no two
/// alike. A blank line between rows is left out, unless there is one column only, where it is a missing
/// value. Errors name the file, the line and the column.
///
/// Not for several threads at a time.
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

    /// Walks through what comes from a stream of UTF-8, which [#close] closes.
    ///
    /// @param sourceName what errors call it
    /// @throws IllegalArgumentException if there is no header, or it names a column twice or not at all
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
                    sourceName + ", line 1: a header is needed, a name for each column; got none");
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

    /// The names of the columns.
    public List<String> columnNames() {
        return List.copyOf(names);
    }

    /// Goes on to the next row. At the end it gives false, however often it is asked.
    ///
    /// @throws IllegalArgumentException if the row has more or fewer fields than the header, or quotes that
    ///     do not fit
    public boolean next() {
        do {
            if (!fields.next()) {
                return false;
            }
        } while (names.size() > 1 && fields.fieldCount() == 1 && fields.length(0) == 0 && !fields.isQuoted(0));
        if (fields.fieldCount() != names.size()) {
            throw fields.error("a row of " + fields.fieldCount() + " fields, but the header has " + names.size()
                    + " names; put a field that has the separator in it into quotes");
        }
        row++;
        return true;
    }

    /// Which row this is, counted from 0, the header not counted.
    public long rowIndex() {
        return row;
    }

    /// The line on which this row begins, counted from 1.
    public long lineNumber() {
        return fields.lineNumber();
    }

    /// Whether field `column`, counted from 0, stands for a missing value: it is one of the words that the
    /// format says, and not in quotes.
    public boolean isMissing(int column) {
        requireColumn(column);
        return !fields.isQuoted(column) && isMissingEvenIfQuoted(column);
    }

    /// The same whether it is in quotes or not.
    boolean isMissingEvenIfQuoted(int column) {
        // Most values are told from a missing one by their first byte.
        int first = fields.firstByte(column);
        return startsMissingValue[first < 0 ? 127 : first]
                && format.missingValues().contains(fields.getString(column).strip());
    }

    /// Field `column` as it stands, without its quotes.
    ///
    /// @throws IllegalArgumentException if it is not UTF-8
    public String getString(int column) {
        requireColumn(column);
        return fields.getString(column);
    }

    /// Field `column` as a number.
    ///
    /// @throws IllegalArgumentException if it is missing, or no finite number
    public double getDouble(int column) {
        requireColumn(column);
        double number = fields.parseDouble(column);
        if (Double.isNaN(number)) {
            throw error(column, "a finite number is needed, got \"" + fields.getString(column) + "\"");
        }
        return number;
    }

    /// Field `column` as a number; NaN if it is none, or none that is finite.
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
            throw new IndexOutOfBoundsException("no column " + column + "; there are " + names.size());
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
