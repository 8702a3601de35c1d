package gradus.ml.data.io;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// CSV tokenizer: splits a stream of UTF-8 into the fields of one row at a time, as byte ranges in a buffer.
///
/// Separators, quotes and line breaks are ASCII, and in UTF-8 no byte of a non-ASCII character equals an
/// ASCII byte. So the scanner splits bytes, and a field is decoded to a string only when it is read. Doubled
/// quotes and escapes are unescaped in place, since the result is never longer.
///
/// Source: Y. Shafranovich, RFC 4180, "Common Format and MIME Type for CSV Files" (2005). Unlike in the RFC,
/// a line may end in LF or CR alone, and spaces around a quoted field are ignored.
final class CsvScanner extends RowBuffer {

    private static final int END = Integer.MIN_VALUE;

    /// A character that no byte equals.
    private static final int NONE = 256;

    private final int separator;
    private final int quote;
    private final int escape;
    private final int comment;

    /// @param firstLine the line on which the stream begins, counted from 1
    CsvScanner(InputStream stream, CsvDialect dialect, CsvFaults faults, long firstLine) {
        super(stream, faults, firstLine);
        this.separator = dialect.separator();
        this.quote = code(dialect.quote());
        this.escape = code(dialect.escape());
        this.comment = code(dialect.comment());
    }

    private static int code(Optional<Character> character) {
        return character.map(c -> (int) c).orElse(NONE);
    }

    /// Advances to the next row; returns false at the end of the stream.
    boolean next() {
        line = nextLine;
        rowStart = position;
        count = 0;
        filledFrom = Integer.MAX_VALUE;
        while (peek() == comment) {
            skipFieldEnd();
            line = nextLine;
            rowStart = position;
        }
        if (peek() == END) {
            return false;
        }
        boolean copied = escape != NONE || comment != NONE;
        boolean more = true;
        while (more) {
            ensureCapacity();
            more = peek() == quote ? quotedField() : copied ? copiedField() : plainField();
        }
        return true;
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
                if (b == quote) {
                    return quoteInPlainField();
                }
                position++;
            }
        } while (fill());
        ends[count++] = position;
        return false;
    }

    /// Reads an unquoted field in a file with escapes or comments, like [#plainField].
    private boolean copiedField() {
        starts[count] = position;
        ends[count] = position;
        quoted[count] = false;
        while (true) {
            int b = peek();
            if (b == END) {
                count++;
                return false;
            } else if (b == separator || b == '\n' || b == '\r' || b == comment) {
                count++;
                return skipFieldEnd();
            } else if (b == quote) {
                return quoteInPlainField();
            }
            position++;
            byte character = b == escape ? escaped() : (byte) b;
            buffer[ends[count]++] = character;
        }
    }

    /// Reads the character after an escape.
    private byte escaped() {
        int b = peek();
        if (b == END) {
            throw faults.at(line, count, "the file ends after an escape character; download it again");
        }
        nextLine += b == '\n' ? 1 : 0;
        position++;
        return (byte) b;
    }

    /// Spaces before a quote are skipped; after anything else a quote is an error.
    private boolean quoteInPlainField() {
        for (int i = starts[count]; i < position; i++) {
            if (buffer[i] != ' ') {
                throw faults.quoteInPlainField(line, count, excerpt(starts[count]));
            }
        }
        return quotedField();
    }

    /// Reads a quoted field and its end; returns whether another field follows in the row.
    private boolean quotedField() {
        long openedOn = nextLine;
        position++;
        starts[count] = position;
        ends[count] = position;
        quoted[count] = true;
        while (true) {
            int b = peek();
            if (b == END) {
                throw faults.at(openedOn, count, "the quote that opens the field is never closed; close it");
            }
            position++;
            if (b == quote && peek() != quote) {
                count++;
                return skipQuotedFieldEnd();
            } else if (b == quote) {
                position++;
            } else if (b == escape) {
                b = escaped();
            } else if (b == '\n') {
                nextLine++;
            }
            buffer[ends[count]++] = (byte) b;
        }
    }

    private boolean skipQuotedFieldEnd() {
        while (separator != ' ' && peek() == ' ') {
            position++;
        }
        int b = peek();
        if (b != END && b != separator && b != '\n' && b != '\r' && b != comment) {
            boolean afterEscape = ends[count - 1] > starts[count - 1] && buffer[ends[count - 1] - 1] == '\\';
            throw faults.textAfterQuote(nextLine, count - 1, excerpt(position), afterEscape);
        }
        return skipFieldEnd();
    }

    /// Skips a separator, or a line break with the comment before it; returns whether it was a separator.
    private boolean skipFieldEnd() {
        int b = peek();
        if (b == separator) {
            position++;
            return true;
        }
        while (b != END && b != '\n' && b != '\r') {
            position++;
            b = peek();
        }
        if (b == END) {
            return false;
        }
        position++;
        nextLine++;
        if (b == '\r' && peek() == '\n') {
            position++;
        }
        return false;
    }

    private int peek() {
        return position < limit || fill() ? buffer[position] : END;
    }

    /// The text from `from` to the next separator or line break, or as much of it as was read.
    private String excerpt(int from) {
        int to = from;
        while (to < limit && buffer[to] != separator && buffer[to] != '\n' && buffer[to] != '\r') {
            to++;
        }
        return new String(buffer, from, to - from, StandardCharsets.UTF_8);
    }

    /// Whether the file ends after this row.
    boolean isLastRow() {
        return peek() == END;
    }
}
