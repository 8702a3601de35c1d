package gradus.ml.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The rows of a table, grouped by their values in one or more key columns: split, apply, combine.
///
/// Unlike `groupby` in pandas with its defaults, groups are in order of first appearance instead of sorted,
/// and missing keys form a group of their own instead of being dropped.
public final class GroupedTable {

    private final Table table;
    private final List<String> keyColumns;
    private final List<int[]> rowsByGroup;

    private GroupedTable(Table table, List<String> keyColumns, List<int[]> rowsByGroup) {
        this.table = table;
        this.keyColumns = keyColumns;
        this.rowsByGroup = rowsByGroup;
    }

    static GroupedTable of(Table table, List<String> keyColumns) {
        if (keyColumns.isEmpty()) {
            throw new IllegalArgumentException("groupBy needs at least 1 key column, got none");
        }
        table.select(keyColumns.toArray(String[]::new));
        Map<List<String>, List<Integer>> rowsByKey = new LinkedHashMap<>();
        List<Column> columns = keyColumns.stream().map(table::column).toList();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            // A missing key is an empty string; a value gets a colon in front, so no value equals it.
            List<String> key = columns.stream()
                    .map(column -> column.isMissing(at) ? "" : ":" + column.getString(at))
                    .toList();
            rowsByKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return new GroupedTable(
                table,
                keyColumns,
                rowsByKey.values().stream()
                        .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /// The number of groups.
    public int size() {
        return rowsByGroup.size();
    }

    /// Each group as a table, with the rows in their original order.
    public List<Table> tables() {
        return rowsByGroup.stream().map(table::selectRows).toList();
    }

    /// Counts the rows of each group: a table with a row per group, of its key columns and `count`.
    ///
    /// @throws IllegalArgumentException if a key column is called `count`
    public Table counts() {
        return withStatistics(Table.of(
                "count",
                NumberColumn.of(
                        rowsByGroup.stream().mapToDouble(rows -> rows.length).toArray())));
    }

    /// Aggregates a numeric column by group with a function of your own: a table with a row per group, of its
    /// key columns and `result`. `agg` in pandas.
    ///
    /// Missing values are left out. Of a group without numbers the result is missing.
    ///
    /// @param name the numeric column
    /// @param result the name of the result, such as `total nights`
    /// @param function from the numbers of a group, at least 1 in row order, to a finite number
    /// @throws IllegalArgumentException if there is no such numeric column, a key column is called `result`,
    ///     or the function gives NaN or infinity
    public Table aggregate(String name, String result, ToDoubleFunction<double[]> function) {
        NumberColumn column = table.numberColumn(name);
        double[] results = new double[rowsByGroup.size()];
        var missing = new BitSet(results.length);
        for (int group = 0; group < results.length; group++) {
            double[] numbers = column.selectRows(rowsByGroup.get(group)).presentValues();
            missing.set(group, numbers.length == 0);
            results[group] = numbers.length == 0 ? 0 : function.applyAsDouble(numbers);
            if (!Double.isFinite(results[group])) {
                throw new IllegalArgumentException("the result \"" + result + "\" of a group must be finite, got "
                        + results[group] + " for " + numbers.length + " numbers of \"" + name + "\" from row "
                        + rowsByGroup.get(group)[0] + " on; change the function");
            }
        }
        return withStatistics(Table.of(result, NumberColumn.of(results, MissingMask.of(missing, results.length))));
    }

    /// Aggregates a numeric column by group: a table with a row per group, of its key columns, `count`,
    /// `mean`, `sd`, `min`, `median` and `max`.
    ///
    /// Missing values are ignored; `count` is the number of values that are not missing. `sd` is the sample
    /// standard deviation, with denominator n - 1. A statistic is missing if the group has too few numbers
    /// for it: at least 2 for `sd`, 1 for the others except `count`.
    ///
    /// @throws IllegalArgumentException if there is no such numeric column, or a key column has the name of
    ///     one of these statistics
    public Table summarise(String name) {
        NumberColumn column = table.numberColumn(name);
        List<double[]> present = rowsByGroup.stream()
                .map(rows -> column.selectRows(rows).presentValues())
                .toList();
        List<Summary.DescriptiveStatistics> statistics = present.stream()
                .map(x -> x.length == 0 ? Summary.DescriptiveStatistics.of(0) : Summary.DescriptiveStatistics.of(x))
                .toList();
        int[] empty = indices(present, 0);
        int[] single = indices(present, 1);
        Table summaries = Table.of(
                        "count",
                        NumberColumn.of(
                                present.stream().mapToDouble(x -> x.length).toArray()))
                .withColumn(
                        "mean",
                        of(statistics, Summary.DescriptiveStatistics::mean).withMissing(empty))
                .withColumn(
                        "sd",
                        of(
                                        statistics,
                                        descriptiveStatistics -> descriptiveStatistics
                                                .standardDeviation()
                                                .orElse(0))
                                .withMissing(empty)
                                .withMissing(single))
                .withColumn(
                        "min",
                        of(statistics, Summary.DescriptiveStatistics::min).withMissing(empty))
                .withColumn(
                        "median",
                        of(statistics, Summary.DescriptiveStatistics::median).withMissing(empty))
                .withColumn(
                        "max",
                        of(statistics, Summary.DescriptiveStatistics::max).withMissing(empty));
        return withStatistics(summaries);
    }

    /// The number of groups and the key columns, such as `3 groups by [town]`.
    @Override
    public String toString() {
        return size() + " groups by " + keyColumns;
    }

    /// The key columns and these statistics, with one row per group.
    private Table withStatistics(Table statistics) {
        Table all = table.select(keyColumns.toArray(String[]::new))
                .selectRows(rowsByGroup.stream().mapToInt(rows -> rows[0]).toArray());
        for (String name : statistics.columnNames()) {
            if (all.hasColumn(name)) {
                throw new IllegalArgumentException("the key column \"" + name + "\" has the name of a result for each "
                        + "group; rename it before groupBy");
            }
            all = all.withColumn(name, statistics.column(name));
        }
        return all;
    }

    private static NumberColumn of(
            List<Summary.DescriptiveStatistics> statistics, ToDoubleFunction<Summary.DescriptiveStatistics> statistic) {
        return NumberColumn.of(statistics.stream().mapToDouble(statistic).toArray());
    }

    private static int[] indices(List<double[]> present, int length) {
        return java.util.stream.IntStream.range(0, present.size())
                .filter(i -> present.get(i).length == length)
                .toArray();
    }
}
