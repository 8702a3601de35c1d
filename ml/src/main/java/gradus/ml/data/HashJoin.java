package gradus.ml.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Hash join: a hash map of the right table's keys (build), looked up for each row of the left table (probe).
final class HashJoin {

    private HashJoin() {}

    static Table join(Table left, Table right, String key, JoinType joinType) {
        Column leftKeys = left.column(key);
        Column rightKeys = right.column(key);
        if (leftKeys.dataType() != rightKeys.dataType()) {
            throw new IllegalArgumentException("key column \"" + key + "\" must have one data type in both tables, got "
                    + leftKeys.dataType() + " on the left and " + rightKeys.dataType() + " on the right");
        }
        Map<String, List<Integer>> rightRowsByKey = new HashMap<>();
        for (int row = 0; row < rightKeys.size(); row++) {
            if (!rightKeys.isMissing(row)) {
                rightRowsByKey
                        .computeIfAbsent(rightKeys.getString(row), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Integer> leftRows = new ArrayList<>();
        List<Integer> rightRows = new ArrayList<>();
        for (int row = 0; row < leftKeys.size(); row++) {
            List<Integer> matches = leftKeys.isMissing(row)
                    ? List.of()
                    : rightRowsByKey.getOrDefault(leftKeys.getString(row), List.of());
            for (int match : matches) {
                leftRows.add(row);
                rightRows.add(match);
            }
            if (matches.isEmpty() && joinType == JoinType.LEFT) {
                leftRows.add(row);
                rightRows.add(NO_MATCH);
            }
        }
        return appendColumns(left.selectRows(array(leftRows)), right.drop(key), array(rightRows));
    }

    private static final int NO_MATCH = -1;

    private static Table appendColumns(Table joined, Table right, int[] rows) {
        int[] unmatched =
                IntStream.range(0, rows.length).filter(i -> rows[i] == NO_MATCH).toArray();
        for (String name : right.columnNames()) {
            if (joined.hasColumn(name)) {
                throw new IllegalArgumentException(
                        "both tables have a column \"" + name + "\"; rename or drop one before the join");
            }
            joined = joined.withColumn(name, lookUp(right.column(name), rows, unmatched));
        }
        return joined;
    }

    private static Column lookUp(Column column, int[] rows, int[] unmatched) {
        if (column.size() == 0) {
            return allMissing(column, rows.length);
        }
        int[] anyRow = IntStream.of(rows).map(row -> Math.max(row, 0)).toArray();
        return column.selectRows(anyRow).withMissing(unmatched);
    }

    /// A column of missing values: a table without rows has no row to use as a placeholder for unmatched
    /// ones.
    private static Column allMissing(Column column, int size) {
        int[] all = IntStream.range(0, size).toArray();
        return switch (column) {
            case NumberColumn _ -> NumberColumn.of(new double[size]).withMissing(all);
            case StringColumn _ ->
                StringColumn.of(java.util.Collections.nCopies(size, "")).withMissing(all);
            case BooleanColumn _ -> BooleanColumn.of(new boolean[size]).withMissing(all);
            case DateColumn _ -> DateColumn.ofEpochDays(new long[size]).withMissing(all);
        };
    }

    private static int[] array(List<Integer> indices) {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }
}
