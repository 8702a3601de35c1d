package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// Formats the first rows of a table as aligned text columns. Of a wide table it shows the first and the last
/// columns, and it cuts long texts.
final class TablePrinter {

    private static final int MAX_COLUMNS = 20;
    private static final int MAX_WIDTH = 50;

    private TablePrinter() {}

    static String format(Table table, int maxRows) {
        Table shown = table.head(maxRows);
        var lines = new ArrayList<StringJoiner>();
        for (int line = 0; line <= shown.rows(); line++) {
            lines.add(new StringJoiner("  "));
        }
        List<String> names = shown.columnNames();
        for (int i = 0; i < names.size(); i++) {
            if (names.size() > MAX_COLUMNS && i == MAX_COLUMNS / 2) {
                lines.forEach(line -> line.add("…"));
                i = names.size() - MAX_COLUMNS / 2;
            }
            addColumn(lines, names.get(i), shown.column(names.get(i)));
        }
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text + "(" + table.rows() + " rows, " + names.size() + " columns)";
    }

    private static void addColumn(List<StringJoiner> lines, String name, Column column) {
        List<String> cells = new ArrayList<>(List.of(cell(name)));
        for (int row = 0; row < column.size(); row++) {
            cells.add(column.isMissing(row) ? "-" : cell(column.getString(row)));
        }
        int width = cells.stream().mapToInt(TablePrinter::width).max().orElse(0);
        for (int line = 0; line < cells.size(); line++) {
            String space = " ".repeat(width - width(cells.get(line)));
            lines.get(line)
                    .add(column.dataType() == DataType.NUMBERS ? space + cells.get(line) : cells.get(line) + space);
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    /// The text on one line.
    private static String cell(String text) {
        String line =
                text.replace("\r\n", "↵").replace('\n', '↵').replace('\r', '↵').replace('\t', ' ');
        return width(line) <= MAX_WIDTH ? line : line.substring(0, line.offsetByCodePoints(0, MAX_WIDTH - 1)) + "…";
    }
}
