package gradus.ml.data;

import gradus.ml.numbers.SampleStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Descriptive statistics of each column of a table: the first thing to look at, before any model. To print
/// it shows [#toTable].
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

    /// The summary as a table with a row for each column: its name and data type, the counts, the most
    /// frequent value, and the statistics, which are missing for columns without numbers.
    public Table toTable() {
        Table table = Table.of("column", strings(ColumnSummary::name))
                .withColumn("type", strings(column -> column.dataType.toString()))
                .withColumn("count", numbers(ColumnSummary::count))
                .withColumn("missing", numbers(ColumnSummary::missingCount))
                .withColumn("distinct", numbers(ColumnSummary::distinctCount))
                .withColumn(
                        "most frequent",
                        strings(column -> column.mostFrequent.orElse(""))
                                .withMissing(rowsWithout(ColumnSummary::mostFrequent)));
        int[] without = rowsWithout(ColumnSummary::statistics);
        return table.withColumn("mean", statistic(DescriptiveStatistics::mean).withMissing(without))
                .withColumn(
                        "sd",
                        statistic(statistics -> statistics.standardDeviation.orElse(0))
                                .withMissing(rowsWithout(column -> column.statistics
                                        .map(DescriptiveStatistics::standardDeviation)
                                        .filter(OptionalDouble::isPresent))))
                .withColumn("min", statistic(DescriptiveStatistics::min).withMissing(without))
                .withColumn(
                        "lower quartile",
                        statistic(DescriptiveStatistics::lowerQuartile).withMissing(without))
                .withColumn("median", statistic(DescriptiveStatistics::median).withMissing(without))
                .withColumn(
                        "upper quartile",
                        statistic(DescriptiveStatistics::upperQuartile).withMissing(without))
                .withColumn("max", statistic(DescriptiveStatistics::max).withMissing(without));
    }

    private StringColumn strings(Function<ColumnSummary, String> property) {
        return StringColumn.of(columns.stream().map(property).toList());
    }

    private NumberColumn numbers(ToDoubleFunction<ColumnSummary> property) {
        return NumberColumn.of(columns.stream().mapToDouble(property).toArray());
    }

    /// A statistic of each column; 0 where there is none.
    private NumberColumn statistic(ToDoubleFunction<DescriptiveStatistics> statistic) {
        return numbers(column -> column.statistics.map(statistic::applyAsDouble).orElse(0.0));
    }

    private int[] rowsWithout(Function<ColumnSummary, Optional<?>> property) {
        return IntStream.range(0, columns.size())
                .filter(row -> property.apply(columns.get(row)).isEmpty())
                .toArray();
    }

    /// [#toTable] as text, after the number of rows that it summarises.
    @Override
    public String toString() {
        return "summary of " + rows + " rows\n" + TablePrinter.format(toTable(), columns.size());
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
