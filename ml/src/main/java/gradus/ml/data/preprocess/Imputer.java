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

/// Fills in what is missing.
///
/// What it is filled with is learned from the values that are there among the rows to train on. With a
/// flag, each column gets a companion of flags, called `name missing`, which says where it was: that a
/// value is missing can tell more than what is filled in.
///
/// @param columns their names; every column that the filling can be found for if none is named: of numbers
///     for a mean, a median or a constant number, of text for a constant text, and every column for the
///     most frequent value
/// @param strategy what is filled in
/// @param addIndicator whether a column of flags says where it was missing
public record Imputer(List<String> columns, Strategy strategy, boolean addIndicator) implements Preprocessor {

    /// What is filled in.
    public sealed interface Strategy {

        /// The mean of the numbers that are there.
        record Mean() implements Strategy {}

        /// The median of the numbers that are there: it does not follow a few that are far out.
        record Median() implements Strategy {}

        /// The value that comes most often; of several, the least.
        record MostFrequent() implements Strategy {}

        /// A number that you choose.
        record ConstantNumber(double value) implements Strategy {}

        /// A text that you choose.
        record ConstantString(String value) implements Strategy {}
    }

    public Imputer {
        columns = List.copyOf(columns);
    }

    /// The mean, in these columns or in every one of numbers.
    public static Imputer mean(String... columns) {
        return new Imputer(List.of(columns), new Strategy.Mean(), false);
    }

    /// The median, in these columns or in every one of numbers.
    public static Imputer median(String... columns) {
        return new Imputer(List.of(columns), new Strategy.Median(), false);
    }

    /// The value that comes most often, in these columns or in every one.
    public static Imputer mostFrequent(String... columns) {
        return new Imputer(List.of(columns), new Strategy.MostFrequent(), false);
    }

    /// A number, in these columns or in every one of numbers.
    public static Imputer constant(double value, String... columns) {
        return new Imputer(List.of(columns), new Strategy.ConstantNumber(value), false);
    }

    /// A text, in these columns or in every one of text.
    public static Imputer constant(String value, String... columns) {
        return new Imputer(List.of(columns), new Strategy.ConstantString(value), false);
    }

    /// The same with a column of flags for each that says where it was missing.
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

    /// What is filled in, as a column of one row.
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
            Table filled = table;
            for (var value : fillValues.entrySet()) {
                String name = value.getKey();
                Column column = table.column(name);
                filled = filled.withColumn(name, MissingValues.fill(name, column, value.getValue()));
                if (addIndicator) {
                    ColumnNames.requireUnused(filled, name + " missing");
                    filled = filled.withColumn(name + " missing", indicator(column));
                }
            }
            return filled;
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
