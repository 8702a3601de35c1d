package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Formats the first rows of a table as aligned text columns.
final class TablePrinter {

    private TablePrinter() {}

    static String format(Table table, int maxRows) {
        Table shown = table.head(maxRows);
        var lines = new ArrayList<StringJoiner>();
        for (int line = 0; line <= shown.rows(); line++) {
            lines.add(new StringJoiner("  "));
        }
        for (String name : shown.columnNames()) {
            List<String> cells = new ArrayList<>(List.of(name));
            Column column = shown.column(name);
            for (int row = 0; row < shown.rows(); row++) {
                cells.add(column.isMissing(row) ? "-" : column.getString(row));
            }
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            for (int line = 0; line < cells.size(); line++) {
                String space = " ".repeat(width - cells.get(line).length());
                lines.get(line)
                        .add(column.dataType() == DataType.NUMBERS ? space + cells.get(line) : cells.get(line) + space);
            }
        }
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text + "(" + table.rows() + " rows, " + table.columnNames().size() + " columns)";
    }
}
