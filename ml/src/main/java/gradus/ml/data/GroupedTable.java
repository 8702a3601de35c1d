package gradus.ml.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The rows of a table parted by their values in some columns. A missing value is a group of its own.
/// Groups stand in the order in which they first come.
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
            throw new IllegalArgumentException("groups need at least 1 column to tell them apart, got none");
        }
        Map<List<String>, List<Integer>> rowsByKey = new LinkedHashMap<>();
        List<Column> columns = keyColumns.stream().map(table::column).toList();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            // Missing is an empty text behind no colon, so that it is no value's text.
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

    /// The rows of each group as a table.
    public List<Table> tables() {
        return rowsByGroup.stream().map(table::selectRows).toList();
    }

    /// A row for each group: its values in the columns that tell groups apart, and `count`, how many rows
    /// it has.
    public Table counts() {
        return keyTable().withColumn("count", numbers(rows -> rows.length));
    }

    /// A row for each group: its values in the columns that tell groups apart, then of the numbers in
    /// column `name` the `count` of those that are there, their `mean`, `sd` (n - 1), `min`, `median` and
    /// `max`, which are missing where there are too few numbers for them.
    ///
    /// @throws IllegalArgumentException if there is no such column of numbers, or a column that tells
    ///     groups apart is called like one of these
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
                throw new IllegalArgumentException("a summary has a column \"" + statistic
                        + "\" of its own; rename the one that parts the groups");
            }
            all = all.withColumn(statistic, summaries.column(statistic));
        }
        return all;
    }

    /// The first row of each group, of the columns that tell groups apart.
    private Table keyTable() {
        return table.select(keyColumns.toArray(String[]::new))
                .selectRows(rowsByGroup.stream().mapToInt(rows -> rows[0]).toArray());
    }

    private NumberColumn numbers(ToDoubleFunction<int[]> statistic) {
        return NumberColumn.of(rowsByGroup.stream().mapToDouble(statistic).toArray());
    }

    private static NumberColumn of(
            List<Summary.DescriptiveStatistics> spreads, ToDoubleFunction<Summary.DescriptiveStatistics> statistic) {
        return NumberColumn.of(spreads.stream().mapToDouble(statistic).toArray());
    }

    private static int[] indices(List<double[]> present, int length) {
        return java.util.stream.IntStream.range(0, present.size())
                .filter(i -> present.get(i).length == length)
                .toArray();
    }
}
