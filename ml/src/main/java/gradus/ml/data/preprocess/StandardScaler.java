package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import gradus.ml.numbers.SampleStatistics;
import java.util.List;

/// Shifts and scales columns of numbers so that each has mean 0 and standard deviation 1 among the rows to
/// train on.
///
/// The deviation is that of a population, of which the square is the sum of squares over n. A constant
/// column becomes 0. What is missing counts for nothing and stays missing.
///
/// @param columns their names; every column of numbers if none is named
public record StandardScaler(List<String> columns) implements Preprocessor {

    public StandardScaler {
        columns = List.copyOf(columns);
    }

    /// These columns; every column of numbers if none is named.
    public StandardScaler(String... columns) {
        this(List.of(columns));
    }

    @Override
    public Fitted fit(Table trainingSet) {
        return new FittedScaler(ColumnSelection.select(columns, trainingSet, DataType.NUMBERS).stream()
                .map(name -> of(name, ColumnSelection.presentValues(trainingSet, name)))
                .toList());
    }

    private static FittedScaler.ColumnScaling of(String name, double[] x) {
        double mean = SampleStatistics.mean(x);
        double standardDeviation = SampleStatistics.standardDeviation(x, 0);
        // Ten times 0.1 are not quite 1: what rounding leaves of a constant column is no spread.
        boolean constant = standardDeviation <= 8 * Math.ulp(mean);
        return new FittedScaler.ColumnScaling(name, mean, constant ? 1 : standardDeviation);
    }
}
