package gradus.ml.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A table as people read it.
final class Printed {

    private Printed() {}

    static String of(Table table, int most) {
        Table shown = table.head(most);
        var lines = new ArrayList<StringJoiner>();
        for (int line = 0; line <= shown.rows(); line++) {
            lines.add(new StringJoiner("  "));
        }
        for (String name : shown.names()) {
            List<String> cells = new ArrayList<>(List.of(name));
            Column column = shown.column(name);
            for (int row = 0; row < shown.rows(); row++) {
                cells.add(column.isMissing(row) ? "-" : column.text(row));
            }
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            for (int line = 0; line < cells.size(); line++) {
                String space = " ".repeat(width - cells.get(line).length());
                lines.get(line).add(column.kind() == Kind.NUMBERS ? space + cells.get(line) : cells.get(line) + space);
            }
        }
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line.toString().stripTrailing()).append('\n'));
        return text + "(" + table.rows() + " rows, " + table.names().size() + " columns)";
    }
}
