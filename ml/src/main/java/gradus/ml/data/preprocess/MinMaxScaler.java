package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.Arrays;
import java.util.List;

/// Shifts and scales columns of numbers so that among the rows to train on the least is 0 and the greatest
/// is 1. Other rows may come out beyond.
///
/// A constant column becomes 0. What is missing counts for nothing and stays missing.
///
/// @param columns their names; every column of numbers if none is named
public record MinMaxScaler(List<String> columns) implements Preprocessor {

    public MinMaxScaler {
        columns = List.copyOf(columns);
    }

    /// These columns; every column of numbers if none is named.
    public MinMaxScaler(String... columns) {
        this(List.of(columns));
    }

    @Override
    public Fitted fit(Table trainingSet) {
        return new FittedScaler(ColumnSelection.select(columns, trainingSet, DataType.NUMBERS).stream()
                .map(name -> of(name, ColumnSelection.presentValues(trainingSet, name)))
                .toList());
    }

    private static FittedScaler.ColumnScaling of(String name, double[] x) {
        double min = Arrays.stream(x).min().orElseThrow();
        double range = Arrays.stream(x).max().orElseThrow() - min;
        if (Double.isInfinite(range)) {
            throw new IllegalArgumentException(
                    "the numbers in \"" + name + "\" lie too far apart for a double; divide them first");
        }
        return new FittedScaler.ColumnScaling(name, min, range == 0 ? 1 : range);
    }
}
