package gradus.ml.data;

import java.util.ArrayList;
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
    /// A key column called `count` is replaced by the counts.
    public Table counts() {
        return keyTable().withColumn("count", numbers(rows -> rows.length));
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
        Table all = keyTable();
        for (String statistic : summaries.columnNames()) {
            if (all.hasColumn(statistic)) {
                throw new IllegalArgumentException("key column \"" + statistic
                        + "\" has the name of a statistic of summarise; rename it before groupBy");
            }
            all = all.withColumn(statistic, summaries.column(statistic));
        }
        return all;
    }

    /// The key columns, with one row per group.
    private Table keyTable() {
        return table.select(keyColumns.toArray(String[]::new))
                .selectRows(rowsByGroup.stream().mapToInt(rows -> rows[0]).toArray());
    }

    private NumberColumn numbers(ToDoubleFunction<int[]> statistic) {
        return NumberColumn.of(rowsByGroup.stream().mapToDouble(statistic).toArray());
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
