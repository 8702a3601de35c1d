package gradus.ml.data;

import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is in each column of a table, in short: the first thing to look at, before any model.
///
/// @param rows the number of rows of the table
/// @param columns one for each column, in the table's order
public record Summary(int rows, List<ColumnSummary> columns) {

    public Summary {
        columns = List.copyOf(columns);
    }

    /// One column in short. Missing values count as `missingCount` and as nothing else.
    ///
    /// @param count the number of values that are there
    /// @param missingCount the number of values that are not
    /// @param distinctCount the number of different values; 1 is a constant column, `count` perhaps an
    ///     identifier
    /// @param mostFrequent the value that comes most often, as text; of several the least; none without
    ///     values
    /// @param statistics how numbers lie; none without values, and for other kinds
    public record ColumnSummary(
            String name,
            DataType dataType,
            int count,
            int missingCount,
            int distinctCount,
            Optional<String> mostFrequent,
            Optional<DescriptiveStatistics> statistics) {}

    /// How numbers lie, in the unit of the column.
    ///
    /// @param standardDeviation the standard deviation, of which the square is the sum of squares over n - 1;
    ///     none of one number
    /// @param lowerQuartile the number below which a quarter lies, interpolated linearly
    /// @param upperQuartile the number below which three quarters lie, interpolated linearly
    public record DescriptiveStatistics(
            double mean,
            OptionalDouble standardDeviation,
            double min,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double max) {

        /// How these numbers lie. O(n·log n).
        ///
        /// @throws IllegalArgumentException if there are none
        public static DescriptiveStatistics of(double... numbers) {
            if (numbers.length == 0) {
                throw new IllegalArgumentException("there are no numbers to describe; give at least 1");
            }
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            return new DescriptiveStatistics(
                    SampleStatistics.mean(sorted),
                    sorted.length == 1
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(SampleStatistics.standardDeviation(sorted, 1)),
                    sorted[0],
                    SampleStatistics.quantile(sorted, 0.25),
                    SampleStatistics.quantile(sorted, 0.5),
                    SampleStatistics.quantile(sorted, 0.75),
                    sorted[sorted.length - 1]);
        }
    }

    static Summary of(Table table) {
        return new Summary(
                table.rows(),
                table.columnNames().stream()
                        .map(name -> of(name, table.column(name)))
                        .toList());
    }

    private static ColumnSummary of(String name, Column column) {
        int mostFrequentRow = column.mostFrequentRow();
        return new ColumnSummary(
                name,
                column.dataType(),
                column.size() - column.missingCount(),
                column.missingCount(),
                column.distinctCount(),
                mostFrequentRow < 0 ? Optional.empty() : Optional.of(column.getString(mostFrequentRow)),
                column instanceof NumberColumn numbers && mostFrequentRow >= 0
                        ? Optional.of(DescriptiveStatistics.of(numbers.presentValues()))
                        : Optional.empty());
    }

    /// The summary of one column.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public ColumnSummary column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + name + "\"; there are "
                        + columns.stream().map(ColumnSummary::name).toList()));
    }
}
