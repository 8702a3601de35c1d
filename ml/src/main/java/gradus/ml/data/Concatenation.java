package gradus.ml.data;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/// Concatenation: the rows of several tables, one after another.
final class Concatenation {

    private Concatenation() {}

    /// The columns of the first table, with the rows of all.
    static LinkedHashMap<String, Column> columns(List<Table> tables) {
        Table first = tables.getFirst();
        for (Table table : tables) {
            if (table.columnNames().size() != first.columnNames().size()) {
                throw new IllegalArgumentException("appended tables must have the columns " + first.columnNames()
                        + ", got " + table.columnNames() + "; select or rename columns first");
            }
        }
        long rows = tables.stream().mapToLong(Table::rows).sum();
        if (rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a table must have fewer than 2^31 rows, got " + rows);
        }
        var columns = new LinkedHashMap<String, Column>();
        for (String name : first.columnNames()) {
            columns.put(
                    name,
                    column(
                            name,
                            tables.stream().map(table -> table.column(name)).toList(),
                            (int) rows));
        }
        return columns;
    }

    private static Column column(String name, List<Column> parts, int size) {
        DataType dataType = parts.getFirst().dataType();
        for (Column part : parts) {
            if (part.dataType() != dataType) {
                throw new IllegalArgumentException("column \"" + name + "\" must have one data type in all tables, got "
                        + dataType + " and " + part.dataType() + "; convert one first");
            }
        }
        return switch (dataType) {
            case NUMBERS -> numbers(parts, size);
            case STRINGS -> strings(parts, size);
            case BOOLEANS -> booleans(parts, size);
            case DATES -> dates(parts, size);
        };
    }

    private static Column numbers(List<Column> parts, int size) {
        double[] values = new double[size];
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.size(); row++, at++) {
                values[at] = part.isMissing(row) ? 0 : ((NumberColumn) part).get(row);
            }
        }
        return NumberColumn.of(values).withMissing(missing(parts));
    }

    private static Column strings(List<Column> parts, int size) {
        var strings = new StringColumn.Builder(size);
        for (Column part : parts) {
            for (int row = 0; row < part.size(); row++) {
                if (part.isMissing(row)) {
                    strings.addMissing();
                } else {
                    strings.add(part.getString(row));
                }
            }
        }
        return strings.build();
    }

    private static Column booleans(List<Column> parts, int size) {
        boolean[] values = new boolean[size];
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.size(); row++, at++) {
                values[at] = !part.isMissing(row) && ((BooleanColumn) part).get(row);
            }
        }
        return BooleanColumn.of(values).withMissing(missing(parts));
    }

    private static Column dates(List<Column> parts, int size) {
        long[] days = new long[size];
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.size(); row++, at++) {
                days[at] =
                        part.isMissing(row) ? 0 : ((DateColumn) part).get(row).toEpochDay();
            }
        }
        return DateColumn.ofEpochDays(days).withMissing(missing(parts));
    }

    private static int[] missing(List<Column> parts) {
        var missing = new BitSet();
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.size(); row++, at++) {
                missing.set(at, part.isMissing(row));
            }
        }
        return missing.stream().toArray();
    }
}
