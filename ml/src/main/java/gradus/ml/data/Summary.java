package gradus.ml.data;

import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Descriptive statistics of each column of a table: the first thing to look at, before any model.
///
/// @param rows the number of rows of the table
/// @param columns the summary of each column, in the order of the table
public record Summary(int rows, List<ColumnSummary> columns) {

    public Summary {
        columns = List.copyOf(columns);
    }

    /// The summary of one column. Missing values only count in `missingCount`; all else ignores them.
    ///
    /// @param name the column name
    /// @param dataType the data type of the column
    /// @param count number of values that are not missing
    /// @param missingCount number of missing values
    /// @param distinctCount number of distinct values (cardinality): 1 means a constant column, `count`
    ///     perhaps an identifier
    /// @param mostFrequent the mode, the most frequent value, as a string; if several are equally frequent,
    ///     the smallest; empty if all values are missing
    /// @param statistics descriptive statistics of a numeric column; empty for other data types, and if all
    ///     values are missing
    public record ColumnSummary(
            String name,
            DataType dataType,
            int count,
            int missingCount,
            int distinctCount,
            Optional<String> mostFrequent,
            Optional<DescriptiveStatistics> statistics) {}

    /// Location and spread of a sample of n numbers, in the unit of the column.
    ///
    /// Standard deviation and quartiles are those of `describe` in pandas.
    ///
    /// @param mean the arithmetic mean
    /// @param standardDeviation the sample standard deviation, with denominator n - 1 (NumPy's `ddof=1`);
    ///     empty if n = 1
    /// @param min the minimum
    /// @param lowerQuartile the first quartile, the 0.25 quantile, by linear interpolation
    /// @param median the median, the 0.5 quantile
    /// @param upperQuartile the third quartile, the 0.75 quantile, by linear interpolation
    /// @param max the maximum
    public record DescriptiveStatistics(
            double mean,
            OptionalDouble standardDeviation,
            double min,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double max) {

        /// The descriptive statistics of these numbers. O(n·log n).
        ///
        /// @throws IllegalArgumentException if there are no numbers
        public static DescriptiveStatistics of(double... numbers) {
            if (numbers.length == 0) {
                throw new IllegalArgumentException("descriptive statistics need at least 1 number, got 0");
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
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + name + "\"; "
                        + EditDistance.suggestion(
                                name, columns.stream().map(ColumnSummary::name).toList(), "columns")));
    }
}
