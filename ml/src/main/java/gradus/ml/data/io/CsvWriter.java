package gradus.ml.data.io;

import gradus.ml.data.Column;
import gradus.ml.data.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes a table as CSV, and quotes the fields that need it.
final class CsvWriter {

    private CsvWriter() {}

    static void write(Table table, Writer writer) throws IOException {
        List<String> names = table.columnNames();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a CSV file needs a header, but the table has no columns; add one");
        }
        List<Column> columns = names.stream().map(table::column).toList();
        for (int column = 0; column < names.size(); column++) {
            separate(column, writer);
            writer.write(quotedName(names.get(column), names.size() == 1));
        }
        writer.write("\r\n");
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                separate(column, writer);
                if (!columns.get(column).isMissing(row)) {
                    writer.write(quoted(columns.get(column).getString(row)));
                } else if (columns.size() == 1) {
                    // An empty field would be a blank line, which at the end of the file is not a row.
                    writer.write("NA");
                }
            }
            writer.write("\r\n");
        }
    }

    private static void separate(int column, Writer writer) throws IOException {
        if (column > 0) {
            writer.write(CsvFormat.DEFAULT.separator());
        }
    }

    /// Names are read without surrounding white space unless they are quoted, and an unquoted header must not
    /// look as if another character were the separator.
    private static String quotedName(String name, boolean single) {
        boolean misread = !name.equals(name.strip())
                || name.startsWith("sep=")
                || (single
                        && FieldCount.otherSeparator(name, CsvFormat.DEFAULT.separator())
                                .isPresent());
        return misread ? quote(name) : quoted(name);
    }

    private static String quoted(String text) {
        boolean special =
                text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || c == CsvFormat.DEFAULT.separator());
        // At the start of the file it would be read as a byte order mark.
        boolean byteOrderMark = text.startsWith("\uFEFF");
        return special || byteOrderMark || CsvFormat.DEFAULT.missingValues().contains(text.strip())
                ? quote(text)
                : text;
    }

    private static String quote(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
