package gradus.ml.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Columns by name, in order: how a table with other columns is made from them.
final class ColumnMap {

    private ColumnMap() {}

    static SequencedMap<String, Column> with(Table table, Map<String, ? extends Column> added) {
        var extended = new LinkedHashMap<>(table.columns());
        int rows = table.rows();
        for (var entry : added.entrySet()) {
            requireName(entry.getKey());
            int size = entry.getValue().size();
            if (!extended.isEmpty() && size != rows) {
                throw new IllegalArgumentException(
                        "column \"" + entry.getKey() + "\" must have " + rows + " rows, like the table, got " + size);
            }
            extended.put(entry.getKey(), entry.getValue());
            rows = size;
        }
        return extended;
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a column name must not be blank, got \"" + name + "\"");
        }
    }

    static Column column(SequencedMap<String, Column> columns, String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "no column \"" + name + "\"; " + EditDistance.suggestion(name, columns.keySet(), "columns"));
        }
        return column;
    }

    static SequencedMap<String, Column> select(Table table, String... names) {
        var selected = new LinkedHashMap<String, Column>();
        for (String name : names) {
            if (selected.put(name, table.column(name)) != null) {
                throw new IllegalArgumentException("column \"" + name + "\" is selected twice; name it once");
            }
        }
        return selected;
    }

    static SequencedMap<String, Column> drop(Table table, String... names) {
        var remaining = new LinkedHashMap<>(table.columns());
        for (String name : names) {
            table.column(name);
            remaining.remove(name);
        }
        return remaining;
    }

    static SequencedMap<String, Column> rename(Table table, String name, String newName) {
        table.column(name);
        if (table.hasColumn(newName)) {
            throw new IllegalArgumentException("column \"" + newName + "\" already exists; choose another name");
        }
        requireName(newName);
        var renamed = new LinkedHashMap<String, Column>();
        table.columns().forEach((key, column) -> renamed.put(key.equals(name) ? newName : key, column));
        return renamed;
    }

    static SequencedMap<String, Column> selectRows(Table table, int... rowIndices) {
        for (int row : rowIndices) {
            requireRow(table, row);
        }
        var selected = new LinkedHashMap<String, Column>();
        table.columns().forEach((name, column) -> selected.put(name, column.selectRows(rowIndices)));
        return selected;
    }

    static void requireRow(Table table, int row) {
        if (row < 0 || row >= table.rows()) {
            throw new IndexOutOfBoundsException("no row " + row + " in a table of " + table.rows() + " rows");
        }
    }
}
