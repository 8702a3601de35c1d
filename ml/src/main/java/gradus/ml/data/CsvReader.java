package gradus.ml.data;

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

    private final CsvFields fields;
    private final CsvFormat format;
    private final List<String> names = new ArrayList<>();
    private final boolean[] firstOfMissing = new boolean[128];
    private long row = -1;

    private CsvReader(CsvFields fields, CsvFormat format) {
        this.fields = fields;
        this.format = format;
        firstOfMissing[' '] = true;
        for (String word : format.missing()) {
            if (!word.isEmpty()) {
                firstOfMissing[Math.min(word.charAt(0), 127)] = true;
            }
        }
    }

    /// Walks through what comes from a stream of UTF-8, which [#close] closes.
    ///
    /// @param file what errors call it
    /// @throws IllegalArgumentException if there is no header, or it names a column twice or not at all
    public static CsvReader of(InputStream stream, String file, CsvFormat format) {
        var reader = new CsvReader(new CsvFields(stream, file, (byte) format.separator()), format);
        try {
            reader.readHeader(file);
        } catch (RuntimeException e) {
            try (reader) {
                throw e;
            }
        }
        return reader;
    }

    private void readHeader(String file) {
        if (!fields.next() || (fields.count() == 1 && fields.length(0) == 0)) {
            throw new IllegalArgumentException(file + ", line 1: a header is needed, a name for each column; got none");
        }
        var seen = new HashSet<String>();
        for (int field = 0; field < fields.count(); field++) {
            String name = fields.text(field);
            if (name.isBlank()) {
                throw fields.fault("column " + (field + 1) + " has no name; give it one");
            }
            if (!seen.add(name)) {
                throw fields.fault("two columns are called \"" + name + "\"; rename one");
            }
            names.add(name);
        }
    }

    /// The names of the columns.
    public List<String> names() {
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
        } while (names.size() > 1 && fields.count() == 1 && fields.length(0) == 0 && !fields.isQuoted(0));
        if (fields.count() != names.size()) {
            throw fields.fault("a row of " + fields.count() + " fields, but the header has " + names.size()
                    + " names; put a field that has the separator in it into quotes");
        }
        row++;
        return true;
    }

    /// Which row this is, counted from 0, the header not counted.
    public long row() {
        return row;
    }

    /// The line on which this row begins, counted from 1.
    public long line() {
        return fields.line();
    }

    /// Whether field `column`, counted from 0, stands for a missing value: it is one of the words that the
    /// format says, and not in quotes.
    public boolean isMissing(int column) {
        requireColumn(column);
        return !fields.isQuoted(column) && isMissingWord(column);
    }

    /// The same whether it is in quotes or not.
    boolean isMissingWord(int column) {
        // Most values are told from a missing one by their first byte.
        int first = fields.first(column);
        return firstOfMissing[first < 0 ? 127 : first]
                && format.missing().contains(fields.text(column).strip());
    }

    /// Field `column` as it stands, without its quotes.
    ///
    /// @throws IllegalArgumentException if it is not UTF-8
    public String text(int column) {
        requireColumn(column);
        return fields.text(column);
    }

    /// Field `column` as a number.
    ///
    /// @throws IllegalArgumentException if it is missing, or no finite number
    public double number(int column) {
        requireColumn(column);
        double number = fields.number(column);
        if (Double.isNaN(number)) {
            throw fault(column, "a finite number is needed, got \"" + fields.text(column) + "\"");
        }
        return number;
    }

    /// Field `column` as a number; NaN if it is none, or none that is finite.
    double numberOrNaN(int column) {
        return fields.number(column);
    }

    int length(int column) {
        return fields.length(column);
    }

    int first(int column) {
        return fields.first(column);
    }

    IllegalArgumentException fault(int column, String sentence) {
        return fields.fault("column \"" + names.get(column) + "\": " + sentence);
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
