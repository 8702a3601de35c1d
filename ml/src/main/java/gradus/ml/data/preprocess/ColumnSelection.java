package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.List;

/// Which columns an encoder works on, and how their figures are found.
final class ColumnSelection {

    private ColumnSelection() {}

    /// The columns that are named; every column of this kind if none is.
    static List<String> select(List<String> requested, Table table, DataType dataType) {
        if (!requested.isEmpty()) {
            requested.forEach(table::column);
            return requested;
        }
        return table.columnNames().stream()
                .filter(name -> table.column(name).dataType() == dataType)
                .toList();
    }

    /// The numbers of a column that are there, at least one.
    static double[] presentValues(Table table, String name) {
        double[] presentValues = table.numberColumn(name).presentValues();
        if (presentValues.length == 0) {
            throw noValues(table, name);
        }
        return presentValues;
    }

    static IllegalArgumentException noValues(Table table, String name) {
        return new IllegalArgumentException("column \"" + name + "\" has no value to learn from in " + table.rows()
                + " rows; leave it out, or fill it with a constant");
    }
}
