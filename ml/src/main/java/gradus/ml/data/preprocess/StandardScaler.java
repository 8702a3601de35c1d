package gradus.ml.data.preprocess;

import gradus.ml.data.DataType;
import gradus.ml.data.Table;
import gradus.ml.numbers.SampleStatistics;
import java.util.List;

/// Standardisation (z-scores): scales numeric columns to mean 0 and standard deviation 1 in the training set,
/// `(x - mean) / standard deviation`.
///
/// The standard deviation is that of the population, with denominator n (`ddof=0`), as in scikit-learn. A
/// column that is constant in the training set only has its mean subtracted, so it becomes 0 there. Missing
/// values are ignored in the fit and stay missing.
///
/// @param columns names of the columns to scale; every numeric column if none is named
public record StandardScaler(List<String> columns) implements Preprocessor {

    /// @throws IllegalArgumentException if a column is named twice
    public StandardScaler {
        columns = ColumnSelection.requireDistinct(columns);
    }

    /// Scales these columns, or every numeric column if none is named.
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
        // Rounding gives a constant column a tiny standard deviation: compare it with the mean's precision.
        boolean constant = standardDeviation <= 8 * Math.ulp(mean);
        return new FittedScaler.ColumnScaling(name, mean, constant ? 1 : standardDeviation);
    }
}
