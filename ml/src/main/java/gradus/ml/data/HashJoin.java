package gradus.ml.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A hash join: the rows of one table are looked up, those of the other are walked through.
final class HashJoin {

    private HashJoin() {}

    static Table join(Table left, Table right, String key, JoinType joinType) {
        Column leftKeys = left.column(key);
        Column rightKeys = right.column(key);
        if (leftKeys.dataType() != rightKeys.dataType()) {
            throw new IllegalArgumentException("the key \"" + key + "\" holds " + leftKeys.dataType()
                    + " on the left and " + rightKeys.dataType() + " on the right; give both the same data type");
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
                        "both tables have a column \"" + name + "\"; rename or leave out one before the join");
            }
            joined = joined.withColumn(name, lookUp(right.column(name), rows, unmatched));
        }
        return joined;
    }

    private static Column lookUp(Column column, int[] rows, int[] unmatched) {
        if (column.size() == 0) {
            return allMissing(column, rows.length);
        }
        int[] somewhere = IntStream.of(rows).map(row -> Math.max(row, 0)).toArray();
        return column.selectRows(somewhere).withMissing(unmatched);
    }

    /// A table without rows has no row to stand in for those that match nothing.
    private static Column allMissing(Column column, int size) {
        int[] every = IntStream.range(0, size).toArray();
        return switch (column) {
            case NumberColumn _ -> NumberColumn.of(new double[size]).withMissing(every);
            case StringColumn _ ->
                StringColumn.of(java.util.Collections.nCopies(size, "")).withMissing(every);
            case BooleanColumn _ -> BooleanColumn.of(new boolean[size]).withMissing(every);
            case DateColumn _ -> DateColumn.ofEpochDays(new long[size]).withMissing(every);
        };
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
