package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The fields of the current row of a CSV file, as byte ranges in a buffer of UTF-8.
abstract sealed class RowBuffer implements AutoCloseable permits CsvScanner {

    /// Maximum row size, 16 MiB: a longer row most likely has an unclosed quote.
    private static final int MAX_ROW_BYTES = 1 << 24;

    private final InputStream stream;
    final CsvFaults faults;

    byte[] buffer = new byte[1 << 16];
    int position;
    int limit;
    /// Start of the current row; the bytes before it are no longer needed.
    int rowStart;

    int[] starts = new int[16];
    int[] ends = new int[16];
    boolean[] quoted = new boolean[16];
    int count;

    /// The line on which the current row begins, counted from 1.
    long line;
    /// The line of the next byte.
    long nextLine;

    /// The first field that is not in the file, but was added by [#resize].
    int filledFrom = Integer.MAX_VALUE;

    /// The end of the only field while the row shows a blank line instead.
    private int hiddenEnd;

    private boolean hiddenQuoted;

    RowBuffer(InputStream stream, CsvFaults faults, long firstLine) {
        this.stream = stream;
        this.faults = faults;
        this.nextLine = firstLine;
    }

    /// Moves the current row to the front of the buffer and reads more bytes; returns false at the end of the
    /// stream.
    final boolean fill() {
        if (rowStart > 0) {
            System.arraycopy(buffer, rowStart, buffer, 0, limit - rowStart);
            for (int i = 0; i <= count && i < starts.length; i++) {
                starts[i] -= rowStart;
                ends[i] -= rowStart;
            }
            position -= rowStart;
            limit -= rowStart;
            rowStart = 0;
        }
        if (limit == buffer.length) {
            if (limit >= MAX_ROW_BYTES) {
                throw faults.row(
                        line, "the row is longer than " + (MAX_ROW_BYTES >> 20) + " MiB; look for an unclosed quote");
            }
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        try {
            int read = stream.read(buffer, limit, buffer.length - limit);
            limit += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw faults.unreadable(e);
        }
    }

    final void ensureCapacity() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
    }

    /// The number of fields in this row.
    final int fieldCount() {
        return count;
    }

    /// Leaves out the last fields of this row, or adds fields without a value, so that it has `fields`.
    final void resize(int fields) {
        filledFrom = count;
        while (count < fields) {
            ensureCapacity();
            starts[count] = position;
            ends[count] = position;
            quoted[count++] = false;
        }
        count = fields;
    }

    final boolean isFilled(int field) {
        return field >= filledFrom;
    }

    /// Whether this row is a line of nothing but white space.
    final boolean isBlank() {
        boolean blank = count == 1 && !quoted[0];
        for (int i = starts[0]; blank && i < ends[0]; i++) {
            blank = buffer[i] == ' ' || buffer[i] == '\t';
        }
        return blank;
    }

    /// Shows a row with an empty field in place of this row, until [#showRow].
    final void showBlank() {
        hiddenEnd = ends[0];
        hiddenQuoted = quoted[0];
        ends[0] = starts[0];
        quoted[0] = false;
    }

    final void showRow() {
        ends[0] = hiddenEnd;
        quoted[0] = hiddenQuoted;
    }

    /// The line on which this row begins, counted from 1.
    final long lineNumber() {
        return line;
    }

    /// The line on which this row ends, counted from 1.
    final long lastLineNumber() {
        return position > 0 && (buffer[position - 1] == '\n' || buffer[position - 1] == '\r') ? nextLine - 1 : nextLine;
    }

    final boolean isQuoted(int field) {
        return quoted[field];
    }

    final int length(int field) {
        return ends[field] - starts[field];
    }

    /// The first byte of a field; a space if it is empty.
    final int firstByte(int field) {
        return length(field) == 0 ? ' ' : buffer[starts[field]];
    }

    final String getString(int field) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (buffer[i] < 0) {
                return faults.decode(line, field, ByteBuffer.wrap(buffer, starts[field], length(field)));
            }
        }
        return new String(buffer, starts[field], length(field), StandardCharsets.ISO_8859_1);
    }

    /// A field as a finite number; NaN if it isn't one.
    final double parseDouble(int field, NumberNotation notation) {
        return notation.parse(buffer, starts[field], ends[field]);
    }

    @Override
    public final void close() throws IOException {
        stream.close();
    }
}
