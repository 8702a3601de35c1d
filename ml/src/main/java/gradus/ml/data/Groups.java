package gradus.ml.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// The rows of a table parted by their values in some columns. A missing value is a group of its own.
/// Groups stand in the order in which they first come.
public final class Groups {

    private final Table table;
    private final List<String> keys;
    private final List<int[]> members;

    private Groups(Table table, List<String> keys, List<int[]> members) {
        this.table = table;
        this.keys = keys;
        this.members = members;
    }

    static Groups of(Table table, List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("groups need at least 1 column to tell them apart, got none");
        }
        Map<List<String>, List<Integer>> found = new LinkedHashMap<>();
        List<Column> columns = keys.stream().map(table::column).toList();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            // Missing is an empty text behind no colon, so that it is no value's text.
            List<String> key = columns.stream()
                    .map(column -> column.isMissing(at) ? "" : ":" + column.text(at))
                    .toList();
            found.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return new Groups(
                table,
                keys,
                found.values().stream()
                        .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /// The number of groups.
    public int size() {
        return members.size();
    }

    /// The rows of each group as a table.
    public List<Table> tables() {
        return members.stream().map(table::rows).toList();
    }

    /// A row for each group: its values in the columns that tell groups apart, and `count`, how many rows
    /// it has.
    public Table counts() {
        return firsts().with("count", numbers(rows -> rows.length));
    }

    /// A row for each group: its values in the columns that tell groups apart, then of the numbers in
    /// column `name` the `count` of those that are there, their `mean`, `sd` (n - 1), `min`, `median` and
    /// `max`, which are missing where there are too few numbers for them.
    ///
    /// @throws IllegalArgumentException if there is no such column of numbers, or a column that tells
    ///     groups apart is called like one of these
    public Table summarise(String name) {
        NumberColumn column = table.numbers(name);
        List<double[]> present =
                members.stream().map(rows -> column.rows(rows).present()).toList();
        List<Summary.Spread> spreads = present.stream()
                .map(x -> x.length == 0 ? Summary.Spread.of(0) : Summary.Spread.of(x))
                .toList();
        int[] empty = indices(present, 0);
        int[] single = indices(present, 1);
        Table summaries = Table.of(
                        "count",
                        NumberColumn.of(
                                present.stream().mapToDouble(x -> x.length).toArray()))
                .with("mean", of(spreads, Summary.Spread::mean).withMissing(empty))
                .with(
                        "sd",
                        of(spreads, spread -> spread.sd().orElse(0))
                                .withMissing(empty)
                                .withMissing(single))
                .with("min", of(spreads, Summary.Spread::min).withMissing(empty))
                .with("median", of(spreads, Summary.Spread::median).withMissing(empty))
                .with("max", of(spreads, Summary.Spread::max).withMissing(empty));
        Table all = firsts();
        for (String figure : summaries.names()) {
            if (all.has(figure)) {
                throw new IllegalArgumentException(
                        "a summary has a column \"" + figure + "\" of its own; rename the one that parts the groups");
            }
            all = all.with(figure, summaries.column(figure));
        }
        return all;
    }

    /// The first row of each group, of the columns that tell groups apart.
    private Table firsts() {
        return table.select(keys.toArray(String[]::new))
                .rows(members.stream().mapToInt(rows -> rows[0]).toArray());
    }

    private NumberColumn numbers(ToDoubleFunction<int[]> figure) {
        return NumberColumn.of(members.stream().mapToDouble(figure).toArray());
    }

    private static NumberColumn of(List<Summary.Spread> spreads, ToDoubleFunction<Summary.Spread> figure) {
        return NumberColumn.of(spreads.stream().mapToDouble(figure).toArray());
    }

    private static int[] indices(List<double[]> present, int length) {
        return java.util.stream.IntStream.range(0, present.size())
                .filter(i -> present.get(i).length == length)
                .toArray();
    }
}
