package gradus.ml.data.preprocess;

import gradus.ml.data.Table;
import java.util.List;

/// Columns of numbers that are shifted and scaled: `(x - shift) / scale`. What is missing stays missing.
record FittedScaler(List<ColumnScaling> columns) implements Preprocessor.Fitted {

    record ColumnScaling(String name, double shift, double scale) {}

    FittedScaler {
        columns = List.copyOf(columns);
    }

    @Override
    public Table transform(Table table) {
        for (ColumnScaling column : columns) {
            // Halves do not overflow where a difference would.
            table = table.derive(column.name, column.name, x -> (x / 2 - column.shift / 2) / (column.scale / 2));
        }
        return table;
    }
}
