package gradus.ml.data.preprocess;

import gradus.ml.data.Column;
import gradus.ml.data.Table;
import java.util.LinkedHashMap;
import java.util.List;

/// A fitted scaler: replaces each x in a numeric column by `(x - shift) / scale`. Missing values stay
/// missing.
record FittedScaler(List<ColumnScaling> columns) implements Preprocessor.Fitted {

    record ColumnScaling(String name, double shift, double scale) {

        double scale(double x) {
            double difference = x - shift;
            // The difference of two huge numbers may overflow though the quotient does not.
            double scaled = Double.isFinite(difference) ? difference / scale : (x / 2 - shift / 2) / (scale / 2);
            if (!Double.isFinite(scaled)) {
                throw new IllegalArgumentException(
                        "\"" + name + "\" is " + x + ", which overflows when it is scaled by " + scale
                                + " as in the training set; remove such outliers first");
            }
            return scaled;
        }
    }

    FittedScaler {
        columns = List.copyOf(columns);
    }

    @Override
    public Table transform(Table table) {
        var scaled = new LinkedHashMap<String, Column>();
        for (ColumnScaling column : columns) {
            scaled.put(column.name, table.numberColumn(column.name).map(column::scale));
        }
        return table.withColumns(scaled);
    }
}
