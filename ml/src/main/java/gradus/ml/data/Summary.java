package gradus.ml.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What is in each column of a table, in short: the first thing to look at, before any model.
///
/// @param rows the number of rows of the table
/// @param columns one for each column, in the table's order
public record Summary(int rows, List<OfColumn> columns) {

    public Summary {
        columns = List.copyOf(columns);
    }

    /// One column in short. Missing values count as `missing` and as nothing else.
    ///
    /// @param count the number of values that are there
    /// @param missing the number of values that are not
    /// @param distinct the number of different values; 1 is a constant column, `count` perhaps an
    ///     identifier
    /// @param mostFrequent the value that comes most often, as text; of several the least; none without
    ///     values
    /// @param spread how numbers lie; none without values, and for other kinds
    public record OfColumn(
            String name,
            Kind kind,
            int count,
            int missing,
            int distinct,
            Optional<String> mostFrequent,
            Optional<Spread> spread) {}

    /// How numbers lie, in the unit of the column.
    ///
    /// @param sd the standard deviation, of which the square is the sum of squares over n - 1; none of one
    ///     number
    /// @param lowerQuartile the number below which a quarter lies, interpolated linearly
    /// @param upperQuartile the number below which three quarters lie, interpolated linearly
    public record Spread(
            double mean,
            OptionalDouble sd,
            double min,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double max) {

        /// How these numbers lie. O(n·log n).
        ///
        /// @throws IllegalArgumentException if there are none
        public static Spread of(double... numbers) {
            if (numbers.length == 0) {
                throw new IllegalArgumentException("there are no numbers to describe; give at least 1");
            }
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            return new Spread(
                    Sample.mean(sorted),
                    sorted.length == 1 ? OptionalDouble.empty() : OptionalDouble.of(Sample.deviation(sorted, 1)),
                    sorted[0],
                    Sample.quantile(sorted, 0.25),
                    Sample.quantile(sorted, 0.5),
                    Sample.quantile(sorted, 0.75),
                    sorted[sorted.length - 1]);
        }
    }

    static Summary of(Table table) {
        return new Summary(
                table.rows(),
                table.names().stream().map(name -> of(name, table.column(name))).toList());
    }

    private static OfColumn of(String name, Column column) {
        int frequent = column.mostFrequentRow();
        return new OfColumn(
                name,
                column.kind(),
                column.size() - column.missing(),
                column.missing(),
                column.distinct(),
                frequent < 0 ? Optional.empty() : Optional.of(column.text(frequent)),
                column instanceof NumberColumn numbers && frequent >= 0
                        ? Optional.of(Spread.of(numbers.present()))
                        : Optional.empty());
    }

    /// The summary of one column.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public OfColumn of(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column \"" + name + "\"; there are "
                        + columns.stream().map(OfColumn::name).toList()));
    }
}
