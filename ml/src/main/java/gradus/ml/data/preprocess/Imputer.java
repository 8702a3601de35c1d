package gradus.ml.data.preprocess;

import gradus.ml.data.BooleanColumn;
import gradus.ml.data.Column;
import gradus.ml.data.DataType;
import gradus.ml.data.NumberColumn;
import gradus.ml.data.StringColumn;
import gradus.ml.data.Table;
import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Imputation: fills in missing values with one value per column, estimated from the training set.
/// `SimpleImputer` in scikit-learn.
///
/// With a missing indicator, each imputed column `name` gets a Boolean column `name missing`, which is true
/// where the value was missing: that a value is missing can be more informative than the fill value.
///
/// Differs from scikit-learn: `fit` throws if a column has only missing values, unless the fill value is a
/// constant (`SimpleImputer` drops such a column), and the indicator is added for every imputed column, even
/// if it has no missing value.
///
/// @param columns names of the columns to impute; if none is named, every column that the strategy fits:
///     numeric columns for the mean, the median and a constant number, string columns for a constant string,
///     all columns for the most frequent value
/// @param strategy how the fill value is chosen
/// @param addIndicator whether to add a missing indicator for each column
public record Imputer(List<String> columns, Strategy strategy, boolean addIndicator) implements Preprocessor {

    /// How the fill value of a column is chosen.
    public sealed interface Strategy {

        /// The mean of the values that are not missing.
        record Mean() implements Strategy {}

        /// The median of the values that are not missing, which is robust to outliers.
        record Median() implements Strategy {}

        /// The mode, the most frequent value; if several are equally frequent, the smallest.
        record MostFrequent() implements Strategy {}

        /// A given number.
        ///
        /// @param value the fill value, finite
        record ConstantNumber(double value) implements Strategy {

            /// @throws IllegalArgumentException if `value` is NaN or infinite
            public ConstantNumber {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("the fill value must be a finite number, got " + value);
                }
            }
        }

        /// A given string.
        ///
        /// @param value the fill value
        record ConstantString(String value) implements Strategy {}
    }

    /// @throws IllegalArgumentException if a column is named twice
    public Imputer {
        columns = ColumnSelection.requireDistinct(columns);
    }

    /// Imputes the mean, in these columns or, if none is named, in every numeric column.
    public static Imputer mean(String... columns) {
        return new Imputer(List.of(columns), new Strategy.Mean(), false);
    }

    /// Imputes the median, in these columns or, if none is named, in every numeric column.
    public static Imputer median(String... columns) {
        return new Imputer(List.of(columns), new Strategy.Median(), false);
    }

    /// Imputes the most frequent value, in these columns or, if none is named, in every column.
    public static Imputer mostFrequent(String... columns) {
        return new Imputer(List.of(columns), new Strategy.MostFrequent(), false);
    }

    /// Imputes a constant number, in these columns or, if none is named, in every numeric column.
    public static Imputer constant(double value, String... columns) {
        return new Imputer(List.of(columns), new Strategy.ConstantNumber(value), false);
    }

    /// Imputes a constant string, in these columns or, if none is named, in every string column.
    public static Imputer constant(String value, String... columns) {
        return new Imputer(List.of(columns), new Strategy.ConstantString(value), false);
    }

    /// A copy that also adds a missing indicator for each column.
    public Imputer withIndicator() {
        return new Imputer(columns, strategy, true);
    }

    @Override
    public Fitted fit(Table trainingSet) {
        var values = new LinkedHashMap<String, Column>();
        for (String name : selectedColumns(trainingSet)) {
            values.put(name, fillValue(trainingSet, name));
        }
        return new FittedImputer(values, addIndicator);
    }

    private List<String> selectedColumns(Table trainingSet) {
        return switch (strategy) {
            case Strategy.Mean _, Strategy.Median _, Strategy.ConstantNumber _ ->
                ColumnSelection.select(columns, trainingSet, DataType.NUMBERS);
            case Strategy.ConstantString _ -> ColumnSelection.select(columns, trainingSet, DataType.STRINGS);
            case Strategy.MostFrequent _ -> columns.isEmpty() ? trainingSet.columnNames() : columns;
        };
    }

    /// The fill value, as a column of one row.
    private Column fillValue(Table trainingSet, String name) {
        return switch (strategy) {
            case Strategy.Mean _ ->
                NumberColumn.of(SampleStatistics.mean(ColumnSelection.presentValues(trainingSet, name)));
            case Strategy.Median _ -> {
                double[] sorted = ColumnSelection.presentValues(trainingSet, name);
                Arrays.sort(sorted);
                yield NumberColumn.of(SampleStatistics.quantile(sorted, 0.5));
            }
            case Strategy.MostFrequent _ -> {
                int row = trainingSet.column(name).mostFrequentRow();
                if (row < 0) {
                    throw ColumnSelection.noValues(trainingSet, name);
                }
                yield trainingSet.column(name).selectRows(row);
            }
            case Strategy.ConstantNumber(double value) -> {
                trainingSet.numberColumn(name);
                yield NumberColumn.of(value);
            }
            case Strategy.ConstantString(String value) -> {
                trainingSet.stringColumn(name);
                yield StringColumn.of(value);
            }
        };
    }

    private record FittedImputer(SequencedMap<String, Column> fillValues, boolean addIndicator) implements Fitted {

        @Override
        public Table transform(Table table) {
            var filled = new LinkedHashMap<String, Column>();
            for (var value : fillValues.entrySet()) {
                String name = value.getKey();
                Column column = table.column(name);
                filled.put(name, MissingValues.fill(name, column, value.getValue()));
                if (addIndicator) {
                    ColumnNames.requireUnused(table, name + " missing");
                    filled.put(name + " missing", indicator(column));
                }
            }
            return table.withColumns(filled);
        }

        private static BooleanColumn indicator(Column column) {
            boolean[] missing = new boolean[column.size()];
            for (int row = 0; row < missing.length; row++) {
                missing[row] = column.isMissing(row);
            }
            return BooleanColumn.of(missing);
        }
    }
}
