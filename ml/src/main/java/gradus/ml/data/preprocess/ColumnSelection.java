package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.HashSet;
import java.util.List;

/// The columns that a preprocessor works on, and their values.
final class ColumnSelection {

    private ColumnSelection() {}

    /// The names as a list, once it is clear that none occurs twice: its column would be transformed twice.
    static List<String> requireDistinct(List<String> columns) {
        var seen = new HashSet<String>();
        for (String name : columns) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("column \"" + name + "\" is named twice; name it once");
            }
        }
        return List.copyOf(columns);
    }

    /// The requested columns; every column of this data type if none is requested.
    static List<String> select(List<String> requested, Table table, DataType dataType) {
        if (!requested.isEmpty()) {
            requested.forEach(table::column);
            return requested;
        }
        return table.columnNames().stream()
                .filter(name -> table.column(name).dataType() == dataType)
                .toList();
    }

    /// The numbers of a column without the missing values; throws if there are none.
    static double[] presentValues(Table table, String name) {
        double[] presentValues = table.numberColumn(name).presentValues();
        if (presentValues.length == 0) {
            throw noValues(table, name);
        }
        return presentValues;
    }

    static IllegalArgumentException noValues(Table table, String name) {
        return new IllegalArgumentException("column \"" + name + "\" has no value in the " + table.rows()
                + " rows of the training set; drop it, or impute a constant");
    }
}
