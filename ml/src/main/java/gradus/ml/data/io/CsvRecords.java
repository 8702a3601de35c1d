package gradus.ml.data.io;

import java.util.ArrayList;
import java.util.List;

/// Splits CSV text into records of fields, as plain strings: `csv.reader` in Python.
///
/// [Csv] does the same with a stream of bytes, for files of any size, then infers data types and says where a
/// file is malformed. Both give the same fields for every text that follows the RFC.
///
/// Source: Y. Shafranovich, RFC 4180, "Common Format and MIME Type for CSV Files" (2005).
public final class CsvRecords {

    private CsvRecords() {}

    /// The records of a text, in order: each is the list of its fields, without their quotes.
    ///
    /// - A comma ends a field. A line break, LF or CR LF, ends a record; after the last one it may be absent.
    /// - A field that begins with a quote ends at the next quote that isn't doubled. Commas and line breaks
    ///   in between belong to the field, and a doubled quote stands for one quote.
    /// - White space belongs to the field. An empty line is a record with one empty field, and the empty text
    ///   has no records.
    ///
    /// Records may differ in their number of fields. A quote in the middle of a field that doesn't begin with
    /// one is text, as in Python. O(length of the text).
    ///
    /// @throws IllegalArgumentException if a quote is never closed
    public static List<List<String>> split(String text) {
        var records = new ArrayList<List<String>>();
        var record = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c != '"') {
                field.append(c);
            } else if (quoted && text.startsWith("\"\"", i)) {
                field.append('"');
                i++;
            } else if (quoted) {
                quoted = false;
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                record.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(List.copyOf(record));
                    record.clear();
                }
            } else if (!text.startsWith("\r\n", i)) {
                field.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("record " + records.size() + ": a quote is never closed; close it");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            record.add(field.toString());
            records.add(List.copyOf(record));
        }
        return List.copyOf(records);
    }
}
