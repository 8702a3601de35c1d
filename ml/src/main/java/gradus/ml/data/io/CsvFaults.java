package gradus.ml.data.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Exceptions about the content of one CSV file. Their messages begin with the file, the line, and the column
/// if there is one.
final class CsvFaults {

    private static final int MAX_EXCERPT = 60;

    private final String file;
    private List<String> names = List.of();

    CsvFaults(String file) {
        this.file = file;
    }

    /// Tells what the columns are called, once that is known.
    void setColumnNames(List<String> names) {
        this.names = names;
    }

    IllegalArgumentException row(long line, String message) {
        return new IllegalArgumentException(file + ", line " + line + ": " + message);
    }

    IllegalArgumentException at(long line, int field, String message) {
        String column = field < names.size() ? "column \"" + names.get(field) + "\"" : "field " + (field + 1);
        return new IllegalArgumentException(file + ", line " + line + ", " + column + ": " + message);
    }

    RuntimeException unreadable(IOException exception) {
        return FileFaults.explain(exception, file);
    }

    IllegalArgumentException quoteInPlainField(long line, int field, String text) {
        return at(
                line,
                field,
                "a quote is within " + abbreviate(text) + ", which does not begin with one; quote the whole field and "
                        + "double each quote in it, or set withoutQuote if quotes are plain text in this file");
    }

    IllegalArgumentException textAfterQuote(long line, int field, String text, boolean afterBackslash) {
        return at(
                line,
                field,
                "after the closing quote comes " + abbreviate(text) + "; "
                        + (afterBackslash
                                ? "if a backslash makes a quote plain text in this file, set withEscape('\\\\')"
                                : "double each quote within the field"));
    }

    /// The bytes of a field as a string.
    String decode(long line, int field, ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            // The decoder stops at the malformed bytes.
            int malformed = bytes.get(bytes.position()) & 0xFF;
            throw at(
                    line,
                    field,
                    "the text is not UTF-8, because of byte 0x"
                            + Integer.toHexString(malformed).toUpperCase()
                            + "; set the encoding with withCharset, for older Windows files to windows-1252");
        }
    }

    static String abbreviate(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MAX_EXCERPT;
        return "\"" + (isLong ? text.substring(0, text.offsetByCodePoints(0, MAX_EXCERPT)) + "…" : text) + "\"";
    }
}
