package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import java.util.Arrays;
import java.util.List;

/// Min-max scaling: maps numeric columns linearly so that the minimum of the training set becomes 0 and the
/// maximum 1, `(x - min) / (max - min)`.
///
/// Values outside the range of the training set map below 0 or above 1; they are not clipped. A column that
/// is constant in the training set only has its minimum subtracted, so it becomes 0 there. Missing values are
/// ignored in the fit and stay missing.
///
/// @param columns names of the columns to scale; every numeric column if none is named
public record MinMaxScaler(List<String> columns) implements Preprocessor {

    /// @throws IllegalArgumentException if a column is named twice
    public MinMaxScaler {
        columns = ColumnSelection.requireDistinct(columns);
    }

    /// Scales these columns, or every numeric column if none is named.
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
            throw new IllegalArgumentException("the range of \"" + name
                    + "\" (maximum minus minimum) overflows; divide the column by a constant first");
        }
        return new FittedScaler.ColumnScaling(name, min, range == 0 ? 1 : range);
    }
}
