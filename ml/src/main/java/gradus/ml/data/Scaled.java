package gradus.ml.data;

import java.util.List;

/// Columns of numbers that are shifted and scaled: `(x - shift) / scale`. What is missing stays missing.
record Scaled(List<OfColumn> columns) implements Encoder.Fitted {

    record OfColumn(String name, double shift, double scale) {}

    Scaled {
        columns = List.copyOf(columns);
    }

    @Override
    public Table transform(Table table) {
        for (OfColumn column : columns) {
            // Halves do not overflow where a difference would.
            table = table.derive(column.name, column.name, x -> (x / 2 - column.shift / 2) / (column.scale / 2));
        }
        return table;
    }
}
