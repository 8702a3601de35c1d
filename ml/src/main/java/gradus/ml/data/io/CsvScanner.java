package gradus.ml.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// CSV tokenizer: splits a stream into the fields of one row at a time, as byte ranges in a buffer.
///
/// Separators, quotes and line breaks are ASCII, and in UTF-8 no byte of a non-ASCII character equals an
/// ASCII byte. So the scanner splits bytes, and decodes a field to a string only when it is read. Doubled
/// quotes are unescaped in place, since the result is never longer.
///
/// Source: Y. Shafranovich, RFC 4180, "Common Format and MIME Type for CSV Files" (2005). Unlike in the RFC,
/// a line may end in LF or CR alone, and a byte order mark at the start is skipped.
final class CsvScanner implements AutoCloseable {

    /// Maximum row size, 16 MiB: a longer row most likely has an unclosed quote.
    private static final int MAX_ROW_BYTES = 1 << 24;

    private static final int END = -1;

    private final InputStream stream;
    private final String file;
    private final byte separator;

    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    /// Start of the current row; the bytes before it are no longer needed.
    private int rowStart;

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private int count;

    private long line;
    private long nextLine = 1;

    CsvScanner(InputStream stream, String file, byte separator) {
        this.stream = stream;
        this.file = file;
        this.separator = separator;
    }

    /// Advances to the next row; returns false at the end of the stream.
    boolean next() {
        if (line == 0) {
            skipByteOrderMark();
        }
        line = nextLine;
        rowStart = position;
        count = 0;
        if (peek() == END) {
            return false;
        }
        boolean more = true;
        while (more) {
            ensureCapacity();
            more = peek() == '"' ? quotedField() : plainField();
        }
        return true;
    }

    private void skipByteOrderMark() {
        while (limit < 3 && fill()) {
            line = nextLine;
        }
        int first = limit > 1 ? (buffer[0] & 0xFF) << 8 | buffer[1] & 0xFF : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            throw error("the file is UTF-16; save it as UTF-8");
        }
        if (limit > 2 && first == 0xEFBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /// Reads an unquoted field and its end; returns whether another field follows in the row.
    private boolean plainField() {
        starts[count] = position;
        quoted[count] = false;
        do {
            while (position < limit) {
                byte b = buffer[position];
                if (b == separator || b == '\n' || b == '\r') {
                    ends[count++] = position;
                    return skipFieldEnd();
                }
                if (b == '"') {
                    throw error("field " + (count + 1) + " contains a quote but does not start with one; quote the "
                            + "whole field and double each quote in it");
                }
                position++;
            }
        } while (fill());
        ends[count++] = position;
        return false;
    }

    /// Reads a quoted field and its end; returns whether another field follows in the row.
    private boolean quotedField() {
        position++;
        starts[count] = position;
        ends[count] = position;
        quoted[count] = true;
        while (true) {
            int b = peek();
            if (b == END) {
                throw error("field " + (count + 1) + " has an unclosed quote; close it");
            }
            position++;
            if (b == '"' && peek() != '"') {
                count++;
                return skipQuotedFieldEnd();
            } else if (b == '"') {
                position++;
            } else if (b == '\n') {
                nextLine++;
            }
            buffer[ends[count]++] = (byte) b;
        }
    }

    private boolean skipQuotedFieldEnd() {
        int b = peek();
        if (b == END) {
            return false;
        }
        if (b != separator && b != '\n' && b != '\r') {
            throw error("field " + count + " continues after its closing quote; double each quote in the field");
        }
        return skipFieldEnd();
    }

    /// Skips a separator or a line break; returns whether it was a separator.
    private boolean skipFieldEnd() {
        byte b = buffer[position++];
        if (b == separator) {
            return true;
        }
        nextLine++;
        if (b == '\r' && peek() == '\n') {
            position++;
        }
        return false;
    }

    private int peek() {
        return position < limit || fill() ? buffer[position] : END;
    }

    /// Moves the current row to the front of the buffer and reads more bytes; returns false at the end of the
    /// stream.
    private boolean fill() {
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
                throw error("the row is longer than " + (MAX_ROW_BYTES >> 20) + " MiB; look for an unclosed quote");
            }
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        try {
            int read = stream.read(buffer, limit, buffer.length - limit);
            limit += Math.max(read, 0);
            return read > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void ensureCapacity() {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
    }

    /// The number of fields in this row.
    int fieldCount() {
        return count;
    }

    /// The line on which this row begins, counted from 1.
    long lineNumber() {
        return line;
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    int length(int field) {
        return ends[field] - starts[field];
    }

    /// The first byte of a field; a space if it is empty.
    int firstByte(int field) {
        return length(field) == 0 ? ' ' : buffer[starts[field]];
    }

    String getString(int field) {
        for (int i = starts[field]; i < ends[field]; i++) {
            if (buffer[i] < 0) {
                return decode(field);
            }
        }
        return new String(buffer, starts[field], length(field), StandardCharsets.ISO_8859_1);
    }

    private String decode(int field) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, starts[field], length(field)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw error("field " + (field + 1) + " is not UTF-8; save the file as UTF-8");
        }
    }

    /// A field as a finite number; NaN if it isn't one.
    double parseDouble(int field) {
        return DecimalParser.parse(buffer, starts[field], ends[field]);
    }

    IllegalArgumentException error(String message) {
        return new IllegalArgumentException(file + ", line " + Math.max(line, 1) + ", " + message);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
