package gradus.ml.data.preprocess;

import gradus.ml.data.Table;
import java.util.List;

/// A fitted scaler: replaces each x in a numeric column by `(x - shift) / scale`. Missing values stay
/// missing.
record FittedScaler(List<ColumnScaling> columns) implements Preprocessor.Fitted {

    record ColumnScaling(String name, double shift, double scale) {}

    FittedScaler {
        columns = List.copyOf(columns);
    }

    @Override
    public Table transform(Table table) {
        for (ColumnScaling column : columns) {
            // Halved, so that the difference of two huge numbers does not overflow.
            table = table.derive(column.name, column.name, x -> (x / 2 - column.shift / 2) / (column.scale / 2));
        }
        return table;
    }
}
